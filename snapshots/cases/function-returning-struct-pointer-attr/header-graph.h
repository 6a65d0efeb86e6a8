/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

struct s *__attribute__((returns_nonnull)) f(void);

#endif
