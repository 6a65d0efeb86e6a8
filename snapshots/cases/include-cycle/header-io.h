/* SPDX-License-Identifier: MIT */
#include "header.h"

#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

int g(T t);

#endif
