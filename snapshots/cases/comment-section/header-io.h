/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* Detached: about g and h */

int g(void);

/* of k */
int k(void);

#endif
