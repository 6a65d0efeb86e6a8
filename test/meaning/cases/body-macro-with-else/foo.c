#include "foo.h"

#define LIKELY(x) if (__builtin_expect(!!(x), 1))

int walk(int a)
{
	int count;
	LIKELY(a)
		count = 1;
	else
		count = 2;
	return count;
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
