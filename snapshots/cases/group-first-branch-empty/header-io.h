/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#ifndef CONFIG_X
#elif CONFIG_X > 2
int g(void);
#endif /* CONFIG_X */

#endif
