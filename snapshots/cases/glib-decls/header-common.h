/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Thing Thing;

G_END_DECLS

#endif
