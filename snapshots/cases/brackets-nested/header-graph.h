/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#pragma GCC visibility push(default)
#ifdef __cplusplus
extern "C" {
#endif

#ifdef CONFIG_X
int f(void);
#endif

#ifdef __cplusplus
}
#endif
#pragma GCC visibility pop

#endif
