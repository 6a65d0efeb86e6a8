#ifndef FOO_H
#define FOO_H
int f(int n);
int g(int n);
/* Once more. */
int f(int n);
#endif
