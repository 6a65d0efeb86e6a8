#ifndef FOO_H
#define FOO_H

int first(int v);

LEAVES()

/** Leaves for good. */
void leave(int v);

int last(int v);

#endif
