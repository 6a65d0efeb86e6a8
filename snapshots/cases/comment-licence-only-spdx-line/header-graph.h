// SPDX-License-Identifier: MIT
/* Project blurb */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(void);

#endif /* HEADER_GRAPH_H */
