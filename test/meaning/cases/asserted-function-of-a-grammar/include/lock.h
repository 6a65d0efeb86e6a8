#ifndef LOCK_H
#define LOCK_H

#include <assert.h>

int calc_is_locked(void);

#endif
