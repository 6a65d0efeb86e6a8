/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

__BEGIN_DECLS
int g(void);
__END_DECLS

#endif
