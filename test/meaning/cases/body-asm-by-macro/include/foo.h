#ifndef FOO_H
#define FOO_H

#define BARRIER __asm__

int walk(int a);
int stop(int a);

#endif
