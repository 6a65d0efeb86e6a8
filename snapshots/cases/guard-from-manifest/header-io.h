/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "graph.h"

int g(void);

#endif /* HEADER_IO_H */
