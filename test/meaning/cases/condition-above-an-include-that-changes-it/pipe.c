#include "pipe.h"

int pipe_close(int width)
{
	return pipe_open(width);
}
