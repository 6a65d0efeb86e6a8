/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#pragma GCC visibility push(default)
#ifdef __cplusplus
extern "C" {
#endif

#ifdef CONFIG_X
int f(void);
#endif
int g(void);

#ifdef __cplusplus
}
#endif
#pragma GCC visibility pop

#endif
