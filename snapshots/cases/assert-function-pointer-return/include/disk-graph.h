/* SPDX-License-Identifier: MIT */

#ifndef DISK_GRAPH_H
#define DISK_GRAPH_H

void (*disk_handler(int number))(int);

#endif
