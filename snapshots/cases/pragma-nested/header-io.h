/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#pragma pack(push)
#pragma pack(1)
int g(struct a *a);
#pragma pack(pop)

#endif
