/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

int disk_flush(int s);

#include "job.h"

int disk_run(job_t *job);

#endif
