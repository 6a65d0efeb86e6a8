#include "cache.h"
#include "lock.h"

#undef ASSERT_LOCKED
#define ASSERT_LOCKED() ((void)lock_is_held())

int cache_add(int key)
{
	return key + 1;
}
