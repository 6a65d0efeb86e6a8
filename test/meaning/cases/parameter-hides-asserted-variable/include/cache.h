#ifndef CACHE_H
#define CACHE_H

struct other;
int cache_add(int key);
int cache_drop(struct other *lock_state);

#endif
