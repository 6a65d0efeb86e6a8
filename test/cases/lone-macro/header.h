/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define PACKING_ON
#define PACKING_OFF
#define PRIVATE_TYPES struct hidden { int i; };

PACKING_ON
struct packed { char c; int i; };
PACKING_OFF

PRIVATE_TYPES

int f(struct hidden *p);
int g(void);

#endif
