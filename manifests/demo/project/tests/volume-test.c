/*
 * One thread under the big lock, one without it
 *
 * SPDX-License-Identifier: MIT
 */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "big-lock.h"
#include "volume.h"

typedef struct Superblock {
    char magic[8];
    uint64_t generation;
} Superblock;

/* Not assert(): this must also test when NDEBUG is defined. */
#define CHECK(cond)                                                    \
    do {                                                               \
        if (!(cond)) {                                                 \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #cond); \
            exit(1);                                                   \
        }                                                              \
    } while (0)

static void store_result(void *opaque, ssize_t ret)
{
    *(ssize_t *)opaque = ret;
}

static void *io_thread(void *opaque)
{
    Superblock written = { "VOLUME", 1 }, read;
    Volume *vol = opaque;
    ssize_t ret = 0;

    CHECK(!big_lock_held());
    CHECK(!volume_is_empty(vol) && volume_is_writable(vol));
    CHECK(volume_blocks(vol) == 4);
    CHECK(volume_pwrite(vol, 512, &written, sizeof(written)) > 0);
    CHECK(VOLUME_READ_STRUCT(vol, 512, &read) == sizeof(read));
    CHECK(!memcmp(&read, &written, sizeof(read)));
    volume_aio_pread(vol, volume_length(vol), &read, 1, store_result, &ret);
    CHECK(ret < 0);
    return NULL;
}

int main(void)
{
    const char *report = NULL;
    pthread_t thread;
    Volume *vol, *copy;

    big_lock();
    CHECK(!volume_open("disk", "tape", VOLUME_READ_WRITE, NULL));
    vol = volume_open("disk", "memory", VOLUME_READ_WRITE, &report);
    CHECK(vol && volume_exists("disk") && !strcmp(volume_name(vol), "disk"));
    CHECK(volume_resize(vol, 4, &report) == 0);

    CHECK(!pthread_create(&thread, NULL, io_thread, vol));
    CHECK(!pthread_join(thread, NULL));
    volume_drain(vol);

    copy = volume_snapshot(vol, "copy", &report);
    CHECK(copy ? volume_length(copy) == 2048 : report != NULL);
    CHECK(volume_set_mode(vol, VOLUME_READ_ONLY) == 0);
    CHECK(volume_resize(vol, 8, &report) < 0);
    if (copy) {
        volume_close(copy);
    }
    volume_close(vol);
    CHECK(!volume_exists("disk"));
    big_unlock();

    printf("ok, %s snapshots\n", copy ? "with" : "without");
    return 0;
}
