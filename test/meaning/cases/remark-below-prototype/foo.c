#include "foo.h"

int foo_list(int a)
{
	return a + foo_find(a);
}
