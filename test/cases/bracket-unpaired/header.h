/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#pragma pack(push, 1)
int f(void);
int g(void);

#endif
