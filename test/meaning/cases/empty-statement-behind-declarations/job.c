#include "job.h"

int job_new(int size)
{
    int all = size + 1;;
    return all;
}

int job_run(int size)
{
    int one = size;
#ifdef TWICE
    int two = size;;
#endif

    return one;
}
