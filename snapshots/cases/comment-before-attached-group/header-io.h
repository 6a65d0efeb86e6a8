/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* Only with X. */
#ifdef CONFIG_X
/* Inside. */
int g(void);
#endif

#endif
