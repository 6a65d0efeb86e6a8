#ifndef TYPES_H
#define TYPES_H
#if WANT_INT
typedef int wanted_t;
#endif
#endif
