/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef __cplusplus
extern "C" {
#endif
#include "types.h"
int f(type_t t);
int g(type_t t);
#ifdef __cplusplus
}
#endif

#endif
