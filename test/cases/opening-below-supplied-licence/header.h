/* What all of the server shares. */

/* vim: set ts=8 sw=4: */
#ifndef HEADER_H
#define HEADER_H

void start(void);
void graph_walk(int depth);

#endif
