/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

struct pair { int a, b; } f(void);
enum e { X, Y } h(enum e e);

#endif
