#include "foo.h"

#define while_idle if (idle)

static int idle, count;

int walk(int a)
{
	while_idle
		count += a;
	while_idle count = 7;
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
