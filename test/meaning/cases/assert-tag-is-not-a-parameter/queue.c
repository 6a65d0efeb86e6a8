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
    return 0;
}
