/*
 * Disks of a small storage layer.
 *
 * SPDX-License-Identifier: MIT
 */

#ifndef DISK_H
#define DISK_H

#include <stddef.h>
#include <stdint.h>
#include "disk-types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Sectors */
#define DISK_SECTOR_BITS 9
#define DISK_SECTOR_SIZE (1 << DISK_SECTOR_BITS)

typedef struct Disk Disk;

/* What a device behind a disk can do. */
typedef struct DiskLimits {
    int max_transfer;
    int alignment;
} DiskLimits;

typedef void DiskCallback(void *opaque, int ret);

/* Life cycle */

/*
 * Opens a disk by its name.
 * Null when there is none.
 */
Disk *disk_open(const char *name);
void disk_ref(Disk *disk);
void disk_unref(Disk *disk); /* the last one closes it */

/* Configuration */

int disk_set_name(Disk *disk, const char *name);

/* Gives the disk to a device. */
void disk_attach(Disk *disk, void *device);
void disk_detach(Disk *disk);

int disk_read(Disk *disk, int64_t offset,
              void *buf, size_t bytes);
int disk_write(Disk *disk, int64_t offset,
               const void *buf, size_t bytes);
int disk_flush(Disk *disk);

/**
 * disk_length: the length in bytes
 */
int64_t disk_length(Disk *disk);

const char *disk_name(Disk *disk);

static inline int64_t disk_sectors(Disk *disk)
{
    int64_t length = disk_length(disk);

    return length >> DISK_SECTOR_BITS;
}

#ifdef CONFIG_SNAPSHOT
/* Snapshots */
int disk_snapshot(Disk *disk, const char *tag);
int disk_snapshot_count(Disk *disk);
#endif

void (*disk_hook(Disk *disk))(int event);

void disk_poll(Disk *disk);
int disk_wait(Disk *disk, DiskCallback *done);

#ifdef __cplusplus
}
#endif

#endif /* DISK_H */
