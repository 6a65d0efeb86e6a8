/* SPDX-License-Identifier: MIT */
#if !defined(__MY_HEADER_INCLUDED__)
#define __MY_HEADER_INCLUDED__ 1

#include "header-graph.h"
#include "header-io.h"

#endif /* !defined(__MY_HEADER_INCLUDED__) */
