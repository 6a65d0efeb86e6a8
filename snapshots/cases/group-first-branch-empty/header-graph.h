/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifndef CONFIG_X
int f(void);
#endif /* CONFIG_X */

#endif
