/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* Page two. */

int g(void);

int h(void);

#endif
