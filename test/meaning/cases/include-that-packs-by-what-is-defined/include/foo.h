#ifndef FOO_H
#define FOO_H
#define BEGIN
#include "pk.h"
#undef BEGIN
struct a { char c; int i; };
int fa(struct a *);
#include "pk.h"
struct b { char c; int i; };
int fb(struct b *);
#endif
