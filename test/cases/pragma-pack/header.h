/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#pragma pack(push, 1)
struct wire {
    char kind;
    int length;
};
int f(struct wire *w);
#pragma pack(pop)
int g(struct wire *w);

#endif
