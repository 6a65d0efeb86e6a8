/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifdef WIDE
long f(long a,
#else
int f(int a,
#endif
      int b);

#endif
