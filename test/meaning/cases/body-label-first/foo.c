#include "foo.h"

int walk(int a)
{
again:
	a++;
	if (a < 4)
		goto again;
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
