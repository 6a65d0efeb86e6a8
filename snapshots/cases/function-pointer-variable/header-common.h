/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

extern int (*hook)(void);
extern int (*hooks[2])(int), (*other)(void);

#endif
