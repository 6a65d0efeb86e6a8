/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

typedef int handler(void *opaque);
typedef int (*handler_pointer)(void *opaque);
handler f;
int g(handler *h);
extern handler_pointer current;

#endif
