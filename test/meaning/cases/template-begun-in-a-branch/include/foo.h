#ifndef FOO_H
#define FOO_H

int first(int v);

#ifdef __cplusplus
template <class T>
#endif

/* Size. */
int size(int v);

int last(int v);

#endif
