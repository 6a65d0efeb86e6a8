#include "q.h"
#define DEFINE_INT(x) int x = 1
DEFINE_INT(queue);
int q_push(int n)
{
    return n;
}
