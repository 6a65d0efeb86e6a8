#include "queue.h"
#include "all.h"

int queue_push(int state)
{
    return state;
}

int queue_count(void)
{
    return 0;
}
