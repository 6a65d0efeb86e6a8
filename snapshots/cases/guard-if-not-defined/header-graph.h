/* SPDX-License-Identifier: MIT */
#if !defined(__MY_HEADER_GRAPH_INCLUDED__)
#define __MY_HEADER_GRAPH_INCLUDED__ 1

int f(void);

#endif /* !defined(__MY_HEADER_GRAPH_INCLUDED__) */
