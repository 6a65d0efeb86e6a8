#ifndef FOO_H
#define FOO_H

typedef struct Foo Foo;

int foo_open(Foo *foo);
int foo_read(Foo *foo);

#endif
