/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define my_pure __attribute__((pure))
#define my_nothing

int my_nothing f(void) my_pure;
int g(void) my_pure my_nothing;

#endif
