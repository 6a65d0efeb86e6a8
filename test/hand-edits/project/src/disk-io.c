#include "disk.h"
#include "store.h"
#include "main-loop.h"

int disk_read(Disk *disk, int64_t offset,
              void *buf, size_t bytes)
{
    int ret;

    ret = store_read(disk, offset, buf, bytes);
    if (ret < 0) {
        return ret;
    }
    return (int)bytes;
}

int disk_write(Disk *disk, int64_t offset,
               const void *buf, size_t bytes)
{
    int ret = store_write(disk, offset, buf, bytes);

    return ret < 0 ? ret : (int)bytes;
}

int disk_flush(Disk *disk)
{
    return store_flush(disk);
}

int64_t disk_length(disk)
    Disk *disk;
{
    return store_length(disk);
}

void (*disk_hook(Disk *disk))(int event)
{
    return store_hook(disk);
}

void disk_poll(Disk *disk)
{
    while (store_busy(disk)) {
        poll_events();
    }
}

int disk_wait(Disk *disk, DiskCallback *done)
{
    disk_poll(disk);
    done(disk, 0);
    return 0;
}

#ifdef CONFIG_SNAPSHOT
int disk_snapshot(Disk *disk, const char *tag)
{
    return store_snapshot(disk, tag);
}

int disk_snapshot_count(Disk *disk)
{
    return store_snapshot_count(disk);
}
#endif
