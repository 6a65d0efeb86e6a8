/* SPDX-License-Identifier: MIT */
#ifndef SYS_API_H
#define SYS_API_H

#include "sys/header-common.h"

int f(T t);

#endif
