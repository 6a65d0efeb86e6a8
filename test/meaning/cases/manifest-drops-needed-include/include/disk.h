/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "types.h"

int disk_run(sector_t s);
int disk_stat(void);

#endif
