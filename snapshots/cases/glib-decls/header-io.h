/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

G_BEGIN_DECLS

int g(Thing *t);

G_END_DECLS

#endif
