#ifndef FOO_H
#define FOO_H

typedef int item_t;

FOO_WEAK()

/* Goes where its type is. */
extern item_t items[4];

int first(void);
int second(void);

#endif
