#ifndef FOO_H
#define FOO_H

#ifdef HAVE_CONFIG
#include "made/config.h"
#endif

int FOO_EXPORT first(int a);
int second(int a);

#endif
