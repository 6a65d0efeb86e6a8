#ifndef FOO_H
#define FOO_H
#pragma GCC diagnostic push
#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Wunused-variable"
#endif
static inline int fa(void) { int x; return 1; }
#pragma GCC diagnostic pop
static inline int fb(void) { return 2; }
#endif
