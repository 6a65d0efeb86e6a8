#ifndef FOO_H
#define FOO_H
#pragma push_macro("N")
#pragma push_macro("K")
#undef N
#define N 5
#undef K
#define K 6
static inline int fa(void) { return N+K; }
#pragma pop_macro("K")
#pragma pop_macro("N")
static inline int fb(void) { return 1; }
#endif
