#ifndef TYPES_H
#define TYPES_H
typedef struct thing thing_t;
#endif
