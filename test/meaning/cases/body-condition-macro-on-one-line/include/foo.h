#ifndef FOO_H
#define FOO_H

#define unless(x) if (!(x))

int walk(int a);

#endif
