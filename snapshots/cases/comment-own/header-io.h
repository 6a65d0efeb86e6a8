/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/*
 * Looks at it,
 * long.
 */
int g(void);

#endif
