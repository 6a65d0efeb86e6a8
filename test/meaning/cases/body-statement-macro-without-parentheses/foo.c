#include "foo.h"

#define ENTER count++

static int count;

int walk(int a)
{
	ENTER;
	return a + count;
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
