/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define PACKING_ON
#define PACKING_OFF
#define PRIVATE_TYPES struct hidden { int i; };

PACKING_ON
struct packed { char c; int i; };
PACKING_OFF

PRIVATE_TYPES

#endif
