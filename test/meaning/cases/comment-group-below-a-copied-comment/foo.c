#include "foo.h"
int use(struct event *event) { release(event); return finalize(event, 0) + free_finalize(event, 0); }
