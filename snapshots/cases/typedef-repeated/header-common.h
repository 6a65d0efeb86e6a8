/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

typedef struct s s_t;
typedef struct s s_t;

#endif
