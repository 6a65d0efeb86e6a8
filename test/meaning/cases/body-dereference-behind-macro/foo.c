#include "foo.h"

#define WHEN(x) if (x)

static int cell;

int walk(int a)
{
	int *p = &cell;
	WHEN(a)
	*p += 3;
	return cell;
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
