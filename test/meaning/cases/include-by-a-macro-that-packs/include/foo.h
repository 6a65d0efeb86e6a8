#ifndef FOO_H
#define FOO_H
#define PK "pk.h"
#include PK
struct a { char c; int i; };
int fa(struct a *);
#include "out.h"
struct b { char c; int i; };
int fb(struct b *);
#endif
