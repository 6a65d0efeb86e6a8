#ifndef FOO_H
#define FOO_H

int walk(int a);
int stop(int a);

#endif
