#ifndef FOO_H
#define FOO_H

int first(int v);

FOO_LEAVES()
#ifdef FOO_LONG
/* Long. */
void leave(long v);
#else
void leave(int v);
#endif

#ifndef FOO_LONG
FOO_PURE()
#endif

/* Either. */
int depth(int v);

int last(int v);

#endif
