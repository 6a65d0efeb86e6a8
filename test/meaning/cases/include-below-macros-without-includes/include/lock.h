#ifndef LOCK_H
#define LOCK_H
#ifndef _GNU_SOURCE
#error "too early"
#endif
#include <string.h>
#define CHECK_LOCK() ((void)strchrnul("a", 'b'))
#endif
