#ifndef HEADER_H
#define HEADER_H

/*
 * Copyright (c) 2005 Somebody
 */

/* About f. */
int f(void);
int g(void);

#endif
