#ifndef FOO_H
#define FOO_H
#include "in.h"
struct a { char c; int i; };
int fa(struct a *);
#include "out.h"
struct b { char c; int i; };
int fb(struct b *);
#endif
