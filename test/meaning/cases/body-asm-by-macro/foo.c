#include "foo.h"

#define ASM __asm__

int walk(int a)
{
	ASM volatile ("" : "+r" (a));
	return a;
}

int stop(int a)
{
	BARRIER volatile ("" ::: "memory");
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
