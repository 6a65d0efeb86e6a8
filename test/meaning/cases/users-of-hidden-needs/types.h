#ifndef TYPES_H
#define TYPES_H

typedef struct Node Node;
typedef struct Buffer Buf;

#endif
