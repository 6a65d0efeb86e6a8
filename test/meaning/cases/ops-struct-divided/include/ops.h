#ifndef OPS_H
#define OPS_H

typedef struct Disk Disk;

struct DiskOps {
    const char *name;
    int size;

    /* Opens the disk. */
    int (*open)(Disk *disk);
    int (*read)(Disk *disk, int at); /* at a byte */
    void (*close)(Disk *disk);

    /* Requests */

    /*
     * Writes one byte.
     */
    int (*write)(Disk *disk, int at,
                 int value);
#ifdef WITH_FLUSH
    int (*flush)(Disk *disk);
    /* Drops all. */
    void (*reset)(Disk *disk);
#else
    int no_flush;
#endif
    unsigned is_fast : 1;
    unsigned is_thin : 1;
    union {
        int count;
        long total;
    };
};

struct Disk {
    const struct DiskOps *ops;
    char bytes[16];
};

int disk_open(Disk *disk);
int disk_read(Disk *disk, int at);

#endif
