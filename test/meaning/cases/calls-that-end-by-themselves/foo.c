#include "foo.h"

int first(struct jobs *v)
{
    return jobs_empty(v);
}

int third(struct jobs *v)
{
    return licence[0];
}
