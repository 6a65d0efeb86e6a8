/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

__BEGIN_DECLS
int f(void);
__END_DECLS

#endif
