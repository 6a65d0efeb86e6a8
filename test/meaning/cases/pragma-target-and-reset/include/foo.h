#ifndef FOO_H
#define FOO_H
#pragma GCC target("avx2")
static inline int fa(void) {
#ifdef __AVX2__
return 1;
#else
return 0;
#endif
}
#pragma GCC reset_options
static inline int fb(void) {
#ifdef __AVX2__
return 1;
#else
return 0;
#endif
}
#endif
