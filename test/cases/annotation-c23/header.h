/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

[[nodiscard]] int f(void);
int g [[gnu::pure]] (void);
[[nodiscard("why, then")]] extern
int h(int a [[maybe_unused]]);

#endif
