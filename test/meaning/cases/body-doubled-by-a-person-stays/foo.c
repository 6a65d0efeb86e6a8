#include "foo.h"
#include "big-lock.h"

int walk(int a)
{
	ASSERT_BIG();
	a += 2;
	ASSERT_BIG();
	return a;
}
