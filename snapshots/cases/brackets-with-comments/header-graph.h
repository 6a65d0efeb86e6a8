/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/* C linkage */
#ifdef __cplusplus
extern "C" {
#endif

/* about f */
int f(void);

#ifdef __cplusplus
}
#endif

#endif
