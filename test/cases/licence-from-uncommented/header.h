#ifndef HEADER_H
#define HEADER_H
int f(void);
#endif
