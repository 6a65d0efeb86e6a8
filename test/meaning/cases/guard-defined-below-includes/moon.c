#include "moon.h"
#include "moon.h"

int moon_set(phase_t phase)
{
	return phase == moon_rise();
}
