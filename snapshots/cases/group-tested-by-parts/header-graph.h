/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifndef F_LOCK
int f(int fd, int cmd);
#endif

#endif
