/*
 * Copyright (c) 2005 Somebody
 */

#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/* About f. */
int f(void);

#endif
