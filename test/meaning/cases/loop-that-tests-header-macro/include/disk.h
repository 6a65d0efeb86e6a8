/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#define DISK_JOBS 1

int disk_flush(int s);

#include "job.h"

int disk_run(job_t j);

#undef DISK_JOBS

#endif
