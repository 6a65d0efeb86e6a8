/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

int disk_flush(int s);

#include "flush.h"

typedef struct disk { flush_t f; } disk_t;

int disk_close(disk_t *d);

#endif
