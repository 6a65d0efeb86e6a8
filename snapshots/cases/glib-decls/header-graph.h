/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

G_BEGIN_DECLS

int f(Thing *t);

G_END_DECLS

#endif
