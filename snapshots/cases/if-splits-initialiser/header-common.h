/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

enum kind {
    A,
#ifdef WIDE
    B,
#endif
};

#endif
