#ifndef FOO_H
#define FOO_H

FOO_DECLARE_TYPE(Thing, thing)

/* First. */
int thing_first(Thing *v);
int thing_second(Thing *v);

FOO_TABLE(1);
FOO_TABLE(2)

int thing_third(Thing *v);

#endif
