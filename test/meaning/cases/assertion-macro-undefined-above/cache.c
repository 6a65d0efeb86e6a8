#include "cache.h"

int cache_add(int key)
{
	return key + 1;
}

#undef ASSERT_LOCKED

int cache_drop(int key)
{
	return key - 1;
}
