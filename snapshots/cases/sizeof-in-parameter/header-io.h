/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

#define LENGTH sizeof(struct s)
int g(char buffer[LENGTH]);

#endif
