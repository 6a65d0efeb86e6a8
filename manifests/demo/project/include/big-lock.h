/*
 * The lock that the main loop holds
 *
 * SPDX-License-Identifier: MIT
 */

#ifndef BIG_LOCK_H
#define BIG_LOCK_H

#include <assert.h> /* callers write assert(big_lock_held()) */
#include <stdbool.h>

void big_lock(void);
void big_unlock(void);

/* True if the calling thread holds the lock. */
bool big_lock_held(void);

#endif /* BIG_LOCK_H */
