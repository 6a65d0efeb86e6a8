#ifndef FOO_H
#define FOO_H

#ifdef __cplusplus
#include <cstdio>
#endif

#ifdef __cplusplus
extern "C" {
using std::FILE;
#endif

int first(int a);
int second(int a);

#ifdef __cplusplus
}
#endif

int third(int a);

#endif
