/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "job.h"

typedef int T;
int f(T t);
int g(T t);

#endif
