/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "job.h"

typedef int sector_t;

int disk_flush(sector_t s);
int disk_run(job_t *job, sector_t s);
int disk_stat(sector_t s);

#endif
