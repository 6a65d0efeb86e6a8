#ifndef FOO_H
#define FOO_H
#pragma omp declare simd
int fa(int);
int fb(int);
#pragma omp declare simd
int fc(int);
#endif
