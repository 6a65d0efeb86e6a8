#include "queue.h"

int queue_push(struct queue *q, int n)
{
    return q->length + n;
}

int queue_pop(q)
    struct queue *q;
{
    return q->length;
}

int queue_count()
{
    return 0;
}
