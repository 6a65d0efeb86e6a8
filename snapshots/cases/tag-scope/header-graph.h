/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

struct disk *disk_find(const char *name);
typedef int (*disk_visit)(struct disk *disk);
void disk_each(disk_visit visit);

#endif
