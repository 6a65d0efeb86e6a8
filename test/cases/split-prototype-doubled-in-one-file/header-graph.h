/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#include "header-common.h"

int f(void);
int g(void);

#ifdef WIN32
int f(void);
#endif

int g(void);

int g(void); /* once more */

#endif
