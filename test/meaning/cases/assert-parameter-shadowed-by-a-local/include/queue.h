#ifndef QUEUE_H
#define QUEUE_H
struct queue { int lock; int length; };
int check(const void *p);
int queue_push(struct queue *q, int n);
int queue_pop(struct queue *q);
int queue_count(void);
#endif
