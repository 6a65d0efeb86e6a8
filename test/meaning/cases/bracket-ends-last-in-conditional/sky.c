#include "sky.h"

int sky_grey(int cloud)
{
	return cloud + sky_blue();
}
