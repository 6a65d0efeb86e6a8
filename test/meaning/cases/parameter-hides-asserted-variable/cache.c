#include "cache.h"
#include "lock.h"

int cache_add(int key)
{
	return key + lock_state.held;
}

int cache_drop(struct other *lock_state)
{
	return lock_state != 0;
}
