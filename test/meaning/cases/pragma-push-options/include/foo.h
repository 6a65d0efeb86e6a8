#ifndef FOO_H
#define FOO_H
#pragma GCC push_options
#pragma GCC optimize ("O3")
__attribute__((used)) static int fa(int x) {
#ifdef __OPTIMIZE__
return 1;
#else
return 0;
#endif
}
#pragma GCC pop_options
__attribute__((used)) static int fb(void) { return 2; }
#endif
