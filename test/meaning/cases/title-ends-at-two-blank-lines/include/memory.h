#ifndef MEMORY_H
#define MEMORY_H

/*
 * Primitives of the manager.
 */

/* Takes one. */
int area_alloc(int size);
/* Gives it back. */
int area_free(int area);


/* Of the page cache. */
int page_read(int page);

#endif
