#ifndef FOO_H
#define FOO_H
#ifdef LOCKS
int f(int n);
#else
typedef int lock;
#endif
int g(int n);
int f(
    int n);
#endif
