/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

struct flags {
    unsigned a : 1, : 0;
    unsigned b : sizeof(int) > 2 ? 3 : 1;
};

#endif
