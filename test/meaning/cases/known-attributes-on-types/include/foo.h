#ifndef FOO_H
#define FOO_H

#include "attr.h"

PACKED_ATTR()

/* Needed by one part only. */
struct packed { char c; int i; };

ALIGNED_ATTR(64)
// A variable.
extern char shared_bytes[3];

OLD_ATTR

/** Old. */
typedef long old_long;

int first(void);
unsigned long second(struct packed *v);

#endif
