#ifndef FOO_H
#define FOO_H

/* Chops off the newline: */
char *foo_line(void);
/* Same, but keeps some slack behind the end */
/* char *foo_line_fast(void); */

void foo_die(const char *message);

int foo_list(int a);
int foo_find(int a);
/* Changing the list to another form does not make
 * the code smaller */

/* The daemon is special */
int foo_stop(int a);

int foo_walk(int a);
/* What is left: */

int foo_rest(int a);

#endif
