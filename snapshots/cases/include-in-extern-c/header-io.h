/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#ifdef __cplusplus
extern "C" {
#endif
int g(type_t t);
#ifdef __cplusplus
}
#endif

#endif
