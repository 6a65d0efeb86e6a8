/* SPDX-License-Identifier: MIT */
#pragma once

#include "job.h"

typedef struct disk { job_t job; } disk_t;

static inline int disk_id(const disk_t *d)
{
    return d->job;
}

int disk_read(disk_t *d);
