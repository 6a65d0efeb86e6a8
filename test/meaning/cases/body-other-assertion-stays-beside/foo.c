#include "foo.h"
#include "big-lock.h"

int walk(int a)
{
	int b = a;

	ASSERT_ANY();
	return b;
}
