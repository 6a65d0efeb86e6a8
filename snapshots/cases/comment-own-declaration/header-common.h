/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

/* What f gets. */
typedef int arg_fn(void *data);

#endif
