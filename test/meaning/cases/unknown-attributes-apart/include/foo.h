#ifndef FOO_H
#define FOO_H

int first(int v);

FOO_LEAVES()
/** Leaves for good. */
void leave(int v);

FOO_NONNULL(1)

FOO_NONNULL(2)
/* Compares. */
int compare(const int *a, const int *b);

FOO_PURE

/* Never changes. */

int depth(int v);

int last(int v);

#endif
