#ifndef TYPES_H
#define TYPES_H
typedef int type_t;
#endif
