#ifndef FOO_H
#define FOO_H

struct event;

void release(struct event *event);

/**
 * Called by finalize and free_finalize().
 **/
typedef void (*finalize_fn)(struct event *, void *);
/**
 * What ends an event.
 */
/**@{*/
__attribute__((visibility("default")))
int finalize(struct event *event, finalize_fn call);
__attribute__((visibility("default")))
int free_finalize(struct event *event, finalize_fn call);
/**@}*/

#endif
