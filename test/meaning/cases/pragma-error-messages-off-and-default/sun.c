#include "sun.h"

int sun_set(sun_t hour)
{
	return sun_rise(hour);
}
