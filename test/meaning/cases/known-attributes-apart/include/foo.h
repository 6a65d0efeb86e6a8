#ifndef FOO_H
#define FOO_H

#include "attr.h"

int first(int v);

LEAVES

/** Leaves for good. */
void leave(int v);

PURE_ATTR()
NONNULL_ARGS((1, 2))

/* Compares. */

int compare(const int *a, const int *b);

PURE_ATTR()
// Above a conditional.
#ifdef FOO_STATIC
static
#endif
int depth(int v);

NONNULL_ARGS((1))
/* Made by a macro. */
DECLARE_LIST(item)

PURE_ATTR()

static inline int twice(int v) { return 2 * v; }

int last(struct item *v);

#endif
