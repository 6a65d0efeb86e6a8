#ifndef HEADER_H
#define HEADER_H

/* About f. */
int f(void);
int g(void);

#endif
