#include "foo.h"
#include "big-lock.h"

int walk(int a)
{
	return a;
}

int stop(int a)
{
	ASSERT_BIG();
	return a;
}
