#ifndef FOO_H
#define FOO_H
#pragma GCC diagnostic ignored "-Wunused-variable"
static inline int fa(void) { int x; return 1; }
#pragma GCC diagnostic warning "-Wunused-variable"
static inline int fb(void) { return 2; }
#endif
