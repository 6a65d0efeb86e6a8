#include "foo.h"

int walk(int a)
{
	return stop(a);
}
