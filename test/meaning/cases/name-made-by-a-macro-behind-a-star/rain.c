#include "rain.h"

int rain_ends(int hour)
{
	return rain_told(hour)[0] + rain_starts(hour);
}
