#include "queue.h"
struct queue all;
int queue_locked(int lock);
int queue_locked(int lock)
{
    return lock;
}

int queue_push(struct queue *q, int n)
{
    return q->length + n;
}

int queue_pop(struct queue *q)
{
    return q->length;
}

int queue_count(void)
{
    return 0;
}
