#ifndef FOO_H
#define FOO_H

int first(int v);

FOO_SINCE(3)

/* Second. */
int second(int v);
int third(int v);

#endif
