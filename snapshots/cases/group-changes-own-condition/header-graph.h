/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifndef F_LOCK
# define F_ULOCK 0 /* unlock */
# define F_LOCK 1
extern int f(int fd, int cmd);
#endif

#endif
