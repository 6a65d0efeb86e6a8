/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct _Thing Thing;

int f(Thing *t);
int g(Thing *t);

G_END_DECLS

#endif
