/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

struct value {
    union {
        int i;
        struct { char a, b; };
    };
};
union { int x; } shared_state;

#endif
