#ifndef ENTRY_H
#define ENTRY_H

/* Making and freeing entries */

/*
 * Makes one of the pool, which frees it with the others.
 */
int entry_make(int pool);

/*
 * Frees one.
 */
int entry_free(int entry);

int entry_of_another_kind(int entry);

int config_read(int file);

#endif
