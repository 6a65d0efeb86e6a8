#include "foo.h"

#define NOTE(x) if (x)

int walk(int a)
{
	int count = 1;
	NOTE(a)
	NOTE(count)
	count = 7;
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
