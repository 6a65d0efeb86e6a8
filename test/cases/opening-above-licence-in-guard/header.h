/* What all of the server shares. */
#ifndef HEADER_H
#define HEADER_H
/* Released under the BSD terms. */

void start(void);
void graph_walk(int depth);

#endif
