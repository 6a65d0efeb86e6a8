#include "foo.h"

int foo_read(struct buf *b)
{
	return b != 0;
}
