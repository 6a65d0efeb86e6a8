#ifndef FOO_H
#define FOO_H
#pragma scalar_storage_order big-endian
struct a { int i; };
#pragma scalar_storage_order default
struct b { int i; };
int fa(struct a *a);
int fb(struct b *b);
#endif
