#include "pool.h"
typedef void (*done_fn)(void *opaque);
struct request { int id; struct { done_fn done; void *opaque; } at_end; };
static void request_init(struct request *request, done_fn done) { request->at_end.done = done; }
static void grow(void *opaque) { pool_resize(1); }
void open_request(struct request *request) { request_init(request, grow); }
int pool_get(void)
{
    extern struct request *current;
    current->at_end.done(current->at_end.opaque);
    return 0;
}
