/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct value {
    union {
        int i;
        struct { char a, b; };
    };
};
union { int x; } shared_state;
int f(struct value v);
int g(struct value v);

#endif
