/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* What f gets. */
typedef int arg_fn(void *data);
int f(arg_fn *fn);

#endif
