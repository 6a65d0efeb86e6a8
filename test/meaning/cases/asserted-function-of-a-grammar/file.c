#include "calc.h"

int calc_file(const char *name)
{
	return calc_parse(name);
}
