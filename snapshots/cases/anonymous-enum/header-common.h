/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

enum {
    FIRST,
    SECOND = 2, /* trailing, with a comma */
};

#endif
