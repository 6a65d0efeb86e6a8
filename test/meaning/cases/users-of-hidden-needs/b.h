#ifndef B_H
#define B_H

#include "types.h"

void b_add(Node *n);
Buf *b_buf(Node *n);
struct Buffer { int used; };
int b_read(Node *n);
#define B_SIZE 16

#endif
