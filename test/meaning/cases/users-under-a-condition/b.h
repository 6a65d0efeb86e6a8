#ifndef B_H
#define B_H

#define B_MAX 4
void b_add(int *n);
int b_read(int *n);
#define B_FAST 1

#endif
