#ifndef FOO_H
#define FOO_H
#define N 3
#pragma push_macro("N")
static inline int fa(void) { return N; }
#undef N
#define N 5
static inline int fb(void) { return N; }
#pragma pop_macro("N")
#endif
