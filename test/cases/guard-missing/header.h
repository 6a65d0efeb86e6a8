/* SPDX-License-Identifier: MIT */
int f(void);
int g(void);
