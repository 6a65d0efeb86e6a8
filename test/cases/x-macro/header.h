/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define COLOURS(X) \
    X(RED)         \
    X(GREEN)

enum colour {
#define X(name) COLOUR_##name,
    COLOURS(X)
#undef X
};

int f(enum colour c);
#define X(name) int is_##name(enum colour c);
COLOURS(X)
#undef X
int g(enum colour c);

#endif
