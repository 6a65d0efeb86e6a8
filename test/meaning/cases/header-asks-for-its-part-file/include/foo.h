#ifndef FOO_H
#define FOO_H

#if defined(__has_include) && __has_include("foo-io.h")
int f(long a);
#else
int f(int a);
#endif
int g(int a);

#endif
