#include "cache.h"

int cache_add(int state, int ASSERT_STATE)
{
	return state + ASSERT_STATE;
}
