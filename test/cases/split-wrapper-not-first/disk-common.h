/* SPDX-License-Identifier: MIT */
#ifndef DISK_COMMON_H
#define DISK_COMMON_H

typedef int sector_t;

#endif
