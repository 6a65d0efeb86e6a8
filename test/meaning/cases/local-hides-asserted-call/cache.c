#include "cache.h"

typedef int test_fn(void);

static int always(void)
{
	return 1;
}

int cache_add(int key)
{
	int sum = key + 1;
	test_fn *lock_is_held = always;

	return sum + lock_is_held();
}

int cache_drop(int key)
{
	int lock_is_held(void);

	return key - lock_is_held();
}
