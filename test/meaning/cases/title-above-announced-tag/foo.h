#ifndef FOO_H
#define FOO_H

/* Handles of files, reading and writing */
struct buf;

int foo_read(struct buf *b);

/* appends */
int foo_write(struct buf *b);

/* forward declarations */
struct peer;

int foo_lock(struct peer *p);

/* Waits */

struct pollfd;

int foo_poll(struct pollfd *p);

#endif
