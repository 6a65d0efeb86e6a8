#ifndef QUEUE_H
#define QUEUE_H
struct queue { int lock; int length; };
int check(const void *p);
int queue_push(struct queue *q, int n);
int queue_pop(struct queue *q);
static inline int queue_count(void) { return 0; }
#endif
