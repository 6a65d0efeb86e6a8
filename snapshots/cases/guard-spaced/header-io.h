/* SPDX-License-Identifier: MIT */

#ifndef _header_io_h_   /* once */
# define _header_io_h_

int g(void);

# endif // _header_io_h_
