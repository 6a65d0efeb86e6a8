/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define near 1
#pragma push_macro("near")
#undef near
int f(int near);
#pragma pop_macro("near")
int g(int a[near]);

#endif
