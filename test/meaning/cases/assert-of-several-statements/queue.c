#include "queue.h"

int queue_push(int n)
{
    int twice = n + n;

    return twice;
}

int queue_pop(int n) { return n - 1; }
