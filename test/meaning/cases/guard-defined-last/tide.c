#include "tide.h"
#include "tide.h"

int tide_write(size_t level)
{
	return level == tide_read();
}
