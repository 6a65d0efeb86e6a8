#ifndef LIB_BASE_H
#define LIB_BASE_H
typedef int base_t;
#endif
