/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include <sys/cdefs.h>

__BEGIN_DECLS
int f(void);
int g(void);
__END_DECLS

#endif
