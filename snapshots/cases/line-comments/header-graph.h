// SPDX-License-Identifier: MIT
//
// The licence goes on.

#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

// Graph only.
//
// Two paragraphs.

// About f,
// in two lines.
int f(void);

#endif // HEADER_GRAPH_H
