/* SPDX-License-Identifier: MIT */

#ifndef _header_graph_h_   /* once */
# define _header_graph_h_

int f(void);

# endif // _header_graph_h_
