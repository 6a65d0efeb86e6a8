/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "job.h"

int disk_flush(sector_t s);
int disk_run(sector_t s);

#endif
