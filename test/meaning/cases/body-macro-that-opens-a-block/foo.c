#include "foo.h"

#define BEGIN do {
#define END } while (0);

int walk(int a)
{
	BEGIN
		a += 2;
	END
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
