#ifndef FOO_H
#define FOO_H

int foo_reset(void);


/*
** Arithmetic
*/

#define FOO_OPADD 0
#define FOO_OPSUB 1

int foo_add(int op);

#define FOO_STRICT 1

int foo_sub(int op);


/*
** The stack
*/
int foo_push(int op);
int foo_pop(void);

#endif
