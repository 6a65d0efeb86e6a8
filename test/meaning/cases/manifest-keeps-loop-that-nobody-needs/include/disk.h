/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "job.h"

int disk_flush(int s);
int disk_run(int s);

#endif
