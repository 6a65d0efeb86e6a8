/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

AVAILABLE_IN(4)

int g(void);

#endif
