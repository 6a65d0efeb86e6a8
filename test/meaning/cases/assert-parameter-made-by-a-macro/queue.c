#include "queue.h"
#define QUEUE struct queue *q
#define UNUSED(x) x __attribute__((unused))

int queue_push(struct queue *q, int n)
{
    return q->length + n;
}

int queue_pop(struct queue *UNUSED(q))
{
    return 0;
}

int queue_count(QUEUE)
{
    return 0;
}
