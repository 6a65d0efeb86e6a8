#include "foo.h"

typedef int number;

struct pair {
	int a, b;
};

#define CLEANUP(f) __attribute__((cleanup(f)))

static void forget(int *p)
{
	*p = 0;
}

int walk(int a)
{
	__label__ out;
	typedef struct pair pair_t;
	_Static_assert(sizeof(number) == sizeof(int), "number");
	struct pair pair = { .b = 2, .a = a }, *p = &pair;
	number n = a, *q = &n, list[2] = { 1, 2 };
	number volatile v = 3;
	number (*add)(number) = 0;
	__typeof__(n) m = ({ int t = a; t + 1; });
	__attribute__((unused)) int unused = 1;
	int also __attribute__((unused)) = 2;
	CLEANUP(forget) int cleaned = 3;
	_Alignas(16) char text[] = "};{";
	enum { FEW = 2, MANY };
	extern int printf(const char *, ...);
	int twice(int b) { return b + b; }
#if 0
	no C here; (
#endif
#ifdef SMALL
	short size = 1;
#else
	long size = 2;
#endif
	int sum =
		n +
		m;

	if (add)
		goto out;
	sum += twice(p->a) + *q + list[FEW - 1] + (int)size + cleaned + v + text[0];
out:
	return sum;
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
