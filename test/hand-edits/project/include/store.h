#ifndef STORE_H
#define STORE_H

#include "disk-types.h"

void *store_lookup(const char *name);
int store_flush(void *store);

#endif
