#ifndef FOO_H
#define FOO_H

#include "big-lock.h"

int walk(int a);

static inline int stop(int a)
{
	ASSERT_BIG();
	return a;
}

#endif
