/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifdef __cplusplus
extern "C"
{
#endif
int f(void);
#ifdef __cplusplus
} /* extern "C" */
#endif

#endif
