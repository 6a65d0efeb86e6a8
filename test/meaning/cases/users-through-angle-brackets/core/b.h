#ifndef B_H
#define B_H
#include <kind.h>
int b_add(struct kind *k);
int b_read(struct kind *k);
#endif
