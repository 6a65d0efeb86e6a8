/* SPDX-License-Identifier: MIT */
#ifndef SYS_HEADER_H
#define SYS_HEADER_H
#include "sys/types.h"
int f(t_t t);
int g(t_t t);
#endif
