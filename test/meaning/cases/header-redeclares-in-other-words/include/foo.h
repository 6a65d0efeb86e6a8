#ifndef FOO_H
#define FOO_H
int f(int n);
extern int f(int n);
int g(int n);
int f(int n) __attribute__((const));
int g(int);
#endif
