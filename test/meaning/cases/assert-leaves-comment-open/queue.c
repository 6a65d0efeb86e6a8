#include "queue.h"

int queue_push(int n)
{
    n += 5;
    /* twice */
    return n + n;
}
