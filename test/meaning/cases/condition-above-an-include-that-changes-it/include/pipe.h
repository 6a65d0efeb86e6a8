/* SPDX-License-Identifier: MIT */
#ifndef PIPE_H
#define PIPE_H

#ifndef PIPE_IS_WIDE
int pipe_open(int width);
#endif

#include "wide.h"

int pipe_close(int width);

#endif
