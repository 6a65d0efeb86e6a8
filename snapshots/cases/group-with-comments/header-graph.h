/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

#ifdef A /* with A */
/* heads the branch */

int f(void); /* f */
#endif /* A */

#endif
