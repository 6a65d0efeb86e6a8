/*
 * Requests, and the driver that keeps its blocks in memory
 *
 * SPDX-License-Identifier: MIT
 */

#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "volume.h"
#include "volume-internal.h"

static int memory_truncate(Volume *vol, uint64_t size, const char **report)
{
    unsigned char *data = NULL;

    if (size > 0) {
        data = size <= SIZE_MAX ? realloc(vol->data, size) : NULL;
        if (!data) {
            *report = "out of memory";
            return -ENOMEM;
        }
    } else {
        free(vol->data);
    }
    if (size > vol->size) {
        memset(data + vol->size, 0, size - vol->size);
    }
    vol->data = data;
    vol->size = size;
    return 0;
}

static void memory_close(Volume *vol)
{
    free(vol->data);
}

static bool in_range(const Volume *vol, uint64_t offset, size_t bytes)
{
    return offset <= vol->size && bytes <= vol->size - offset;
}

static ssize_t coroutine_fn memory_pread(Volume *vol, uint64_t offset,
                                         void *buf, size_t bytes)
{
    if (!in_range(vol, offset, bytes)) {
        return -EINVAL;
    }
    if (bytes > 0) {
        memcpy(buf, vol->data + offset, bytes);
    }
    return bytes;
}

static ssize_t coroutine_fn memory_pwrite(Volume *vol, uint64_t offset,
                                          const void *buf, size_t bytes)
{
    if (!in_range(vol, offset, bytes)) {
        return -EINVAL;
    }
    if (bytes > 0) {
        memcpy(vol->data + offset, buf, bytes);
    }
    return bytes;
}

const VolumeDriver volume_memory_driver = {
    .name = "memory",
    .truncate = memory_truncate,
    .close = memory_close,
    .pread = memory_pread,
    .pwrite = memory_pwrite,
};

static void __attribute__((constructor)) register_memory_driver(void)
{
    volume_register_driver(&volume_memory_driver);
}

const char *volume_name(const Volume *vol) { return vol->name; }

bool volume_is_writable(const Volume *vol)
{
    return vol->mode == VOLUME_READ_WRITE;
}

uint64_t volume_length(Volume *vol)
{
    uint64_t size;

    pthread_mutex_lock(&vol->lock);
    size = vol->size;
    pthread_mutex_unlock(&vol->lock);
    return size;
}

#ifdef CONFIG_LARGE_VOLUMES
uint64_t volume_blocks(Volume *vol)
#else
uint32_t volume_blocks(Volume *vol)
#endif
{
    return volume_length(vol) / VOLUME_BLOCK_SIZE;
}

static void request_begin(Volume *vol)
{
    atomic_fetch_add(&vol->in_flight, 1);
    pthread_mutex_lock(&vol->lock);
}

static void request_end(Volume *vol)
{
    pthread_mutex_unlock(&vol->lock);
    atomic_fetch_sub(&vol->in_flight, 1);
}

ssize_t coroutine_fn volume_pread(Volume *vol, uint64_t offset,
                                  void *buf, size_t bytes)
{
    ssize_t ret;

    request_begin(vol);
    ret = vol->driver->pread(vol, offset, buf, bytes);
    request_end(vol);
    return ret;
}

ssize_t coroutine_fn volume_pwrite(Volume *vol, uint64_t offset,
                                   const void *buf, size_t bytes)
{
    ssize_t ret = -EROFS;

    request_begin(vol);
    if (volume_is_writable(vol)) {
        ret = vol->driver->pwrite(vol, offset, buf, bytes);
    }
    request_end(vol);
    return ret;
}

/* Memory is never busy, so the request ends before this returns. */
void volume_aio_pread(Volume *vol, uint64_t offset, void *buf, size_t bytes,
                      VolumeCompletion *done, void *opaque)
{
    done(opaque, volume_pread(vol, offset, buf, bytes));
}

void volume_poll(Volume *vol)
{
    (void)vol;
    sched_yield();
}

unsigned int volume_in_flight(const Volume *vol)
{
    return atomic_load(&vol->in_flight);
}
