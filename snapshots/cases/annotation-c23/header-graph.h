/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

[[nodiscard]] int f(void);
[[nodiscard("why, then")]] extern
int h(int a [[maybe_unused]]);

#endif
