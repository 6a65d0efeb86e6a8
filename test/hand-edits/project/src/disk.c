/*
 * Disks: opening, naming, attaching.
 *
 * SPDX-License-Identifier: MIT
 */

#include <stdlib.h>
#include <string.h>
#include "disk.h"
#include "store.h"

struct Disk {
    int references;
    char *name;
    void *device;
};

static Disk *find_disk(const char *name)
{
    return store_lookup(name);
}

Disk *disk_open(const char *name)
{
    Disk *disk = find_disk(name);

    if (disk) {
        disk_ref(disk);
    }
    return disk;
}

void disk_ref(Disk *disk)
{
    disk->references++;
}

void disk_unref(Disk *disk)
{
    if (--disk->references == 0) {
        free(disk->name);
        free(disk);
    }
}

int disk_set_name(Disk *disk, const char *name)
{
    char *copy = strdup(name);

    if (!copy) {
        return -1;
    }
    free(disk->name);
    disk->name = copy;
    return 0;
}

void disk_attach(Disk *disk, void *device)
{
    void *before = disk->device;

    if (before) {
        disk_detach(disk);
    }
    disk->device = device;
    disk_ref(disk);
}

void disk_detach(Disk *disk)
{
    disk->device = NULL;
    disk_unref(disk);
}

const char *disk_name(Disk *disk)
{
    return disk->name;
}
