#include "foo.h"
#include "big-lock.h"

int walk(int a)
{
	return a;
}

int stop(int a)
{
	if (a)
		a = 2;

	/* Behind the timer. */
	ASSERT_BIG(); /* the timer needs it */
	return a;
}
