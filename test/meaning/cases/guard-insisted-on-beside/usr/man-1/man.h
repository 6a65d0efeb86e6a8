/* SPDX-License-Identifier: MIT */
#ifndef MAN_H__
#define MAN_H__

#include <man-version.h>

extern int man_open(void);
extern int man_read(void);

#endif
