#ifndef FOO_H
#define FOO_H
#pragma pack(2)
struct a { char c; int i; };
int fa(struct a *);
#pragma pack(1)
struct b { char c; int i; };
#pragma pack()
int fb(struct b *);
#endif
