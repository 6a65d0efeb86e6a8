#ifndef FOO_H
#define FOO_H

#include "attr.h"

struct queue;

DECLARE_QUEUE(jobs)

/* First. */
int first(struct jobs *v);

#define LICENCE(text) extern const char licence[];
LICENCE("MIT")
int second(struct jobs *v);

QUEUE_FUNCTIONS(jobs)

int third(struct jobs *v);

#endif
