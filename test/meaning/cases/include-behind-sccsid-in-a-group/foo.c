/* foo.c */
#ifndef lint
#ifdef sccs
static char sccsid[] = "@(#)foo.c 1.1";
#endif
#endif

#ifdef HAVE_STDBOOL
#include <stdbool.h>
#else
typedef _Bool bool;
#endif
#include "foo.h"

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
