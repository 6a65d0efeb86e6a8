/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "job.h"

int disk_run(job_t *job);
int disk_stat(void);

#endif
