/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifndef CONFIG_X
int f(void);
#elif CONFIG_X > 2
int g(void);
#endif /* CONFIG_X */

#endif
