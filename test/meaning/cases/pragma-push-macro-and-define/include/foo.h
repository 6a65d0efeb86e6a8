#ifndef FOO_H
#define FOO_H
#pragma push_macro("N")
#define N 5
static inline int fa(void) { return N; }
#pragma pop_macro("N")
int fb(void);
#endif
