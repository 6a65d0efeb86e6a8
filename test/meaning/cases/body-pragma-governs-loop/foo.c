#include "foo.h"

int walk(int a)
{
	int i;
#pragma GCC unroll 2
	for (i = 0; i < 4; i++)
		a += i;
	return a;
}

int stop(int a)
{
	_Pragma("GCC unroll 2")
	for (int i = 0; i < 4; i++)
		a += i;
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
