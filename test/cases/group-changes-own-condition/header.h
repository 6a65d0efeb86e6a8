/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifndef F_LOCK
# define F_ULOCK 0 /* unlock */
# define F_LOCK 1
extern int f(int fd, int cmd);
#endif
int g(void);

#endif
