#include "queue.h"

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
    struct queue *q;

    q = 0;
    return q ? q->length : 0;
}
