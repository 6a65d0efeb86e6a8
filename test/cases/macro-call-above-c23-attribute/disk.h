/* SPDX-License-Identifier: MIT */

#ifndef DISK_H
#define DISK_H

#define DECLARE_THING(name) typedef struct name name;

DECLARE_THING(disk)
[[nodiscard]] int disk_lock(void);

#endif
