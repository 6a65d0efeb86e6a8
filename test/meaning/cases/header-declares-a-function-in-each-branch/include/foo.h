#ifndef FOO_H
#define FOO_H
#ifdef LOCKS
int f(int n);
#else
int f(int n);
#endif
#ifndef LOCKS
int g(int n);
#elif LOCKS > 1
int g(int n);
#else
int g(int n);
#endif
#endif
