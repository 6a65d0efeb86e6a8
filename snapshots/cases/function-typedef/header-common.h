/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

typedef int handler(void *opaque);
typedef int (*handler_pointer)(void *opaque);
handler f;
extern handler_pointer current;

#endif
