#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/*
 * Copyright (c) 2005 Somebody
 */

/* About f. */
int f(void);

#endif
