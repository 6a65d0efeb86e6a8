/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct disk *disk_find(const char *name);
int disk_read(struct disk *disk);
typedef int (*disk_visit)(struct disk *disk);
void disk_each(disk_visit visit);

#endif
