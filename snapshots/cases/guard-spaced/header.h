/* SPDX-License-Identifier: MIT */

#ifndef _header_h_   /* once */
# define _header_h_

#include "header-graph.h"
#include "header-io.h"

# endif // _header_h_
