/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define COLOURS(X) \
    X(RED)         \
    X(GREEN)

enum colour {
#define X(name) COLOUR_##name,
    COLOURS(X)
#undef X
};

#define X(name) int is_##name(enum colour c);
COLOURS(X)
#undef X

#endif
