#ifndef PAGES_H
#define PAGES_H

#define PAGE_PIN 1
#define PAGE_LONGTERM 2

/*
 * PAGE_PIN and PAGE_LONGTERM may be used together.
 */

int pages_get(int flags);
int pages_put(int flags);
/* NB: pages_get() does not sleep. */

int areas_merge(int one, int other);

#endif
