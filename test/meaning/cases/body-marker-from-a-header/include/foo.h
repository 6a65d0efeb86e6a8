#ifndef FOO_H
#define FOO_H

#define DISCARD (void)

int walk(int a);

#endif
