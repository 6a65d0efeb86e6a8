#include "foo.h"
#include "big-lock.h"

int walk(int a)
{
	return a ? 3 :
		big_lock_held();
}

int stop(int a)
{
	if (a)
#pragma GCC diagnostic ignored "-Wunused"
		big_lock_held();
	return a;
}

int idle(int a)
{
#if 0
	big_lock_held();
#endif
	return a;
}

#ifdef MAIN
#include <stdio.h>

int big_lock_held(void)
{
	return 1;
}

int main(void)
{
	printf("%d %d\n", walk(0), walk(1));
	return 0;
}
#endif
