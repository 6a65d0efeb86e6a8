#ifndef CACHE_H
#define CACHE_H

int cache_add(int state, int ASSERT_STATE);

#endif
