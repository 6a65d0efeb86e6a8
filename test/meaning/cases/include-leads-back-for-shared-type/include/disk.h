/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "job.h"

typedef struct disk { job_t job; } disk_t;

int disk_open(disk_t *d);
int disk_read(disk_t *d);

#endif
