/* SPDX-License-Identifier: MIT */

#ifndef _header_h_   /* once */
# define _header_h_

int f(void);
int g(void);

# endif // _header_h_
