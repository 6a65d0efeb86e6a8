/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

int disk_flush(int s);

static inline int disk_run(int s)
{
    return disk_flush(s);
}

#endif
