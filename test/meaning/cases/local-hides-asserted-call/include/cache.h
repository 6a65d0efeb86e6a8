#ifndef CACHE_H
#define CACHE_H

int cache_add(int key);
int cache_drop(int key);

#endif
