/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#pragma pack(push, 1)
struct wire {
    char kind;
    int length;
};
#pragma pack(pop)

#endif
