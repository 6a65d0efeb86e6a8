/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

/**
 * @file
 * Disks, and how to read them.
 */
#include "cache.h"

int disk_open(int disk);
int disk_read(int disk);

#endif
