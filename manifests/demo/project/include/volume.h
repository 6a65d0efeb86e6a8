/*
 * Volumes: named stores of blocks behind interchangeable drivers
 *
 * Copyright (c) 2026 the header-split authors
 *
 * SPDX-License-Identifier: MIT
 */

#ifndef VOLUME_H
#define VOLUME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h> /* ssize_t */

/* The empty macros that mark functions */
#include "coroutine.h"

#define VOLUME_BLOCK_SIZE 512
#define VOLUME_NAME_MAX   31

/* Reads one structure; evaluates to its size or a negative errno. */
#define VOLUME_READ_STRUCT(vol, offset, ptr) \
    volume_pread((vol), (offset), (ptr), sizeof(*(ptr)))

/* Serves requests until the condition is false. */
#define VOLUME_POLL_WHILE(vol, cond) \
    do {                             \
        while (cond) {               \
            volume_poll(vol);        \
        }                            \
    } while (0)

typedef struct Volume Volume;

typedef void VolumeCompletion(void *opaque, ssize_t ret);

typedef enum VolumeMode {
    VOLUME_READ_ONLY,
    VOLUME_READ_WRITE,
} VolumeMode;

typedef struct VolumeDriver {
    const char *name;

    /* Called with the big lock held */
    int (*truncate)(Volume *vol, uint64_t size, const char **report);
    void (*close)(Volume *vol);

    /* Called from any thread */
    ssize_t coroutine_fn (*pread)(Volume *vol, uint64_t offset, void *buf,
                                  size_t bytes);
    ssize_t coroutine_fn (*pwrite)(Volume *vol, uint64_t offset,
                                   const void *buf, size_t bytes);
} VolumeDriver;

extern const VolumeDriver volume_memory_driver;

/* Drivers and the list of volumes */

void volume_register_driver(const VolumeDriver *driver);

Volume *volume_open(const char *name, const char *driver_name,
                    VolumeMode mode, const char **report);
void volume_close(Volume *vol);
Volume *volume_find(const char *name);
int volume_count(void);

/* Stops at the first visit that does not return 0, and returns that. */
int volume_for_each(int (*visit)(Volume *vol, void *opaque), void *opaque);

static inline bool volume_exists(const char *name)
{
    return volume_find(name) != NULL;
}

/* Properties of one volume */

const char *volume_name(const Volume *vol);

/* The mode is that of the volume, not of the one who asks. */
int volume_set_mode(Volume *vol, VolumeMode mode);
bool volume_is_writable(const Volume *vol);

/* In bytes, and always a multiple of the block size */
uint64_t volume_length(Volume *vol);
#ifdef CONFIG_LARGE_VOLUMES
int volume_resize(Volume *vol, uint64_t blocks, const char **report);
uint64_t volume_blocks(Volume *vol);
#else
int volume_resize(Volume *vol, uint32_t blocks, const char **report);
uint32_t volume_blocks(Volume *vol);
#endif

static inline bool volume_is_empty(Volume *vol)
{
    return volume_length(vol) == 0;
}

/* Copies a volume to a new one of that name. */
Volume *volume_snapshot(Volume *vol, const char *name, const char **report);

/* Requests */

ssize_t coroutine_fn volume_pread(Volume *vol, uint64_t offset,
                                  void *buf, size_t bytes);
ssize_t coroutine_fn volume_pwrite(Volume *vol, uint64_t offset,
                                   const void *buf, size_t bytes);
void volume_aio_pread(Volume *vol, uint64_t offset, void *buf, size_t bytes,
                      VolumeCompletion *done, void *opaque);
void volume_poll(Volume *vol);

/**
 * volume_in_flight() counts the requests that have begun and not yet ended.
 * volume_drain() returns once there are none.
 */
unsigned int volume_in_flight(const Volume *vol);
void volume_drain(Volume *vol);

#endif /* VOLUME_H */
