/* SPDX-License-Identifier: MIT */
#ifndef DISK_IO_H
#define DISK_IO_H

#include "disk-common.h"
#include "disk-graph.h"

static inline int disk_run(sector_t s)
{
    return disk_flush(s);
}

int disk_stat(sector_t s);

#endif
