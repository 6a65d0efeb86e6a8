#ifndef TYPES_H
#define TYPES_H
#ifdef WANT_LONG
typedef long wanted_t;
#else
typedef int wanted_t;
#endif
#endif
