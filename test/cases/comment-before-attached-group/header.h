/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Only with X. */
#ifdef CONFIG_X
int f(void);
/* Inside. */
int g(void);
#endif

#endif
