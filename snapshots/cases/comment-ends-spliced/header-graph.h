/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/* a star * and a slash / and an end \
   *\
/
int f(void);

#endif
