#ifndef QUEUE_H
#define QUEUE_H
struct queue { int lock; int length; };
int check(const void *p);
extern struct queue all;
int queue_locked(int lock);
int queue_push(struct queue *q, int n);
int queue_pop(struct queue *q);
int queue_count(void);
#endif
