/*
 * The list of volumes and what changes it
 *
 * SPDX-License-Identifier: MIT
 */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "report.h"
#include "volume.h"
#include "volume-internal.h"

#define MAX_DRIVERS 8

static const VolumeDriver *drivers[MAX_DRIVERS];
static Volume *volumes;
static int nb_volumes;

void volume_register_driver(const VolumeDriver *driver)
{
    int i;

    for (i = 0; i < MAX_DRIVERS; i++) {
        if (!drivers[i]) {
            drivers[i] = driver;
            return;
        }
    }
    abort();
}

static const VolumeDriver *find_driver(const char *name)
{
    int i;

    for (i = 0; i < MAX_DRIVERS && drivers[i]; i++) {
        if (!strcmp(drivers[i]->name, name)) {
            return drivers[i];
        }
    }
    return NULL;
}

/* The pointer that points, or would point, to the volume of that name. */
static Volume **find_link(const char *name)
{
    Volume **link = &volumes;

    while (*link && strcmp((*link)->name, name)) {
        link = &(*link)->next;
    }
    return link;
}

Volume *volume_open(const char *name, const char *driver_name,
                    VolumeMode mode, const char **report)
{
    REPORT_GUARD();
    const VolumeDriver *driver;
    Volume **link;
    Volume *vol;

    driver = find_driver(driver_name);
    if (!driver) {
        *report_to = "no such driver";
        return NULL;
    }
    link = find_link(name);
    if (*link || strlen(name) > VOLUME_NAME_MAX) {
        *report_to = *link ? "name is taken" : "name is too long";
        return NULL;
    }
    vol = calloc(1, sizeof(*vol));
    if (!vol) {
        *report_to = "out of memory";
        return NULL;
    }
    strcpy(vol->name, name);
    vol->driver = driver;
    vol->mode = mode;
    pthread_mutex_init(&vol->lock, NULL);
    *link = vol;
    nb_volumes++;
    return vol;
}

void volume_close(Volume *vol)
{
    Volume **link = find_link(vol->name);

    volume_drain(vol);
    *link = vol->next;
    nb_volumes--;
    vol->driver->close(vol);
    pthread_mutex_destroy(&vol->lock);
    free(vol);
}

Volume *volume_find(const char *name)
{
    return *find_link(name);
}

int volume_count(void) { return nb_volumes; }

int volume_for_each(int (*visit)(Volume *vol, void *opaque), void *opaque)
{
    Volume *vol, *next;
    int ret = 0;

    /* A visit may close its volume. */
    for (vol = volumes; vol && ret == 0; vol = next) {
        next = vol->next;
        ret = visit(vol, opaque);
    }
    return ret;
}

int volume_set_mode(Volume *vol, VolumeMode mode)
{
    if (mode != VOLUME_READ_ONLY && mode != VOLUME_READ_WRITE) {
        return -EINVAL;
    }
    volume_drain(vol);
    vol->mode = mode;
    return 0;
}

static int truncate_bytes(Volume *vol, uint64_t size, const char **report)
{
    int ret;

    if (!volume_is_writable(vol)) {
        *report = "volume is read-only";
        return -EROFS;
    }
    pthread_mutex_lock(&vol->lock);
    ret = vol->driver->truncate(vol, size, report);
    pthread_mutex_unlock(&vol->lock);
    return ret;
}

#ifdef CONFIG_LARGE_VOLUMES
int volume_resize(Volume *vol, uint64_t blocks, const char **report)
{
    REPORT_GUARD();

    if (blocks > UINT64_MAX / VOLUME_BLOCK_SIZE) {
        *report_to = "too many blocks";
        return -EFBIG;
    }
    return truncate_bytes(vol, blocks * VOLUME_BLOCK_SIZE, report_to);
}
#else
int volume_resize(Volume *vol, uint32_t blocks, const char **report)
{
    REPORT_GUARD();

    return truncate_bytes(vol, (uint64_t)blocks * VOLUME_BLOCK_SIZE, report_to);
}
#endif

void volume_drain(Volume *vol)
{
    VOLUME_POLL_WHILE(vol, volume_in_flight(vol) > 0);
}
