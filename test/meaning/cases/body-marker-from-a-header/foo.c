#include "foo.h"

static int work(int *a)
{
	return ++*a;
}

int walk(int a)
{
	int n = a;
	DISCARD work(&n);
	return n;
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
