#ifndef FOO_H
#define FOO_H

FOO_PURE()
#ifdef FOO_LONG
int first(long v);
#else
int second(int v);
#endif
int last(int v);

#endif
