#include "foo.h"

#define for_each(i) for ((i) = 0; (i) < 3; (i)++)

static int count;

static void visit(int i)
{
	count += i;
}

int walk(a)
	int a;
{
	int i;
	for_each(i)
		visit(i);
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
