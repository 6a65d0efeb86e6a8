/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

MY_API int f(void) MY_ATTR(1);

#endif
