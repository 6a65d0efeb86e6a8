#include "foo.h"

int foo_add(int op)
{
	return op == FOO_OPADD;
}
