/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

/* Both are needed by the cache. */
#include "cache.h"
#include "queue.h"

#ifdef DISK_TRACE
/* FIXME: brings in half of the tree */
# include "trace.h" /* for trace_event */
#endif

typedef struct Disk Disk;
int disk_open(Disk *disk);
int disk_read(Disk *disk);

#endif
