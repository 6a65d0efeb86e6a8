#include "q.h"
/* queue */
struct queue { int queue; };
static inline int twice(int queue) { return 2 * queue; }
int q_push(int n)
{
    return n;
}
