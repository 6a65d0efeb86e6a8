#include "foo.h"

#define dTHX int my_thx = 1
#define dVAR int my_var = 2
#define dSTACK(n) int stack[n] = { my_thx, my_var }

int walk(int a)
{
	dVAR; dTHX;
	dSTACK(2);
	int x = stack[0];

	return a + x + my_var;
}

int stop(int a) { dTHX; return a + my_thx; }

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
