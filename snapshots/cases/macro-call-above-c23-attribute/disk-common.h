/* SPDX-License-Identifier: MIT */

#ifndef DISK_COMMON_H
#define DISK_COMMON_H

#define DECLARE_THING(name) typedef struct name name;

DECLARE_THING(disk)

#endif
