#include "foo.h"

static int count;

void visit(int *b)
{
	count += *b;
}

int walk(int a)
{
	return bits(a) + count;
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
