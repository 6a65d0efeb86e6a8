#include <stdio.h>
#include <stddef.h>
#define WITH_FLUSH
#include "ops.h"

static int m_open(Disk *d) { d->bytes[0] = 'o'; return 1; }
static int m_read(Disk *d, int at) { return d->bytes[at]; }
static int m_write(Disk *d, int at, int v) { return d->bytes[at] = (char)v; }
static void m_close(Disk *d) { d->bytes[0] = 'c'; }
static int m_flush(Disk *d) { return d->bytes[1]; }
static void m_reset(Disk *d) { d->bytes[0] = 0; }

static const struct DiskOps ops = {
    .name = "mem", .size = 16, .open = m_open, .close = m_close,
    .read = m_read, .write = m_write, .flush = m_flush, .reset = m_reset,
    .is_fast = 1, .count = 7,
};
static struct DiskOps none = { 0 };

int disk_open(Disk *disk) { return disk->ops->open(disk); }
int disk_read(Disk *disk, int at) { return disk->ops->read(disk, at); }

int main(void)
{
    Disk d = { &ops, "" };
    disk_open(&d);
    printf("%s %d %d\n", ops.name, ops.size, disk_read(&d, 0));
    d.ops->write(&d, 1, 'w');
    printf("%d %d %d\n", d.ops->flush(&d), ops.is_fast, (int)ops.count);
    d.ops->close(&d);
    printf("%d %d\n", disk_read(&d, 0), none.open == NULL);
    d.ops->reset(&d);
    return disk_read(&d, 0);
}
