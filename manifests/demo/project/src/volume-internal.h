/*
 * What the files of the volume layer share among themselves
 *
 * SPDX-License-Identifier: MIT
 */

#ifndef VOLUME_INTERNAL_H
#define VOLUME_INTERNAL_H

#include <pthread.h>
#include <stdatomic.h>

#include "volume.h"

struct Volume {
    Volume *next;
    char name[VOLUME_NAME_MAX + 1];
    const VolumeDriver *driver;
    _Atomic VolumeMode mode;
    atomic_uint in_flight;

    pthread_mutex_t lock; /* protects the rest */
    uint64_t size;
    unsigned char *data;
};

#endif /* VOLUME_INTERNAL_H */
