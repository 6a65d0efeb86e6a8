/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "types.h"

typedef struct disk { sector_t size; } disk_t;

int disk_run(disk_t *d);
int disk_stat(disk_t *d);

#endif
