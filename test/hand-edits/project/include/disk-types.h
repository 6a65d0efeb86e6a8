#ifndef DISK_TYPES_H
#define DISK_TYPES_H

typedef struct DiskStats {
    unsigned long reads;
    unsigned long writes;
} DiskStats;

#endif
