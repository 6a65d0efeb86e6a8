/* SPDX-License-Identifier: MIT */
#ifndef IO_H
#define IO_H

int g(void);

#endif
