/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int coroutine_fn f(void);
char *coroutine_fn g(void);
char coroutine_fn *h(void);
int (coroutine_fn *entry)(void);

#endif
