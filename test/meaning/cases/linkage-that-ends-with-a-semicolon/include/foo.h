#ifndef FOO_H
#define FOO_H

#ifdef __cplusplus
extern "C" {
#endif

int first(int a);
int second(int a);

#ifdef __cplusplus
};
#endif

#endif
