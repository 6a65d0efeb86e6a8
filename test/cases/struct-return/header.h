/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct pair { int a, b; } f(void);
struct pair g(void);
enum e { X, Y } h(enum e e);

#endif
