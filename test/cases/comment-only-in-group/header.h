/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(void);
#ifdef CONFIG_X
/* nothing yet */
#endif
#ifdef CONFIG_Y
int g(void);
#else
/* no g without Y */
#endif

#endif
