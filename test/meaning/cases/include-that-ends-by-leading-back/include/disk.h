/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "job.h"

int disk_open(job_t *j);
int disk_read(struct job *j);

#endif
