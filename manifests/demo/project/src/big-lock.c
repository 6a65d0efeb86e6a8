/*
 * The lock that the main loop holds
 *
 * SPDX-License-Identifier: MIT
 */

#include "big-lock.h"

#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static _Thread_local bool held;

void big_lock(void)
{
    pthread_mutex_lock(&lock);
    held = true;
}

void big_unlock(void)
{
    held = false;
    pthread_mutex_unlock(&lock);
}

bool big_lock_held(void)
{
    return held;
}
