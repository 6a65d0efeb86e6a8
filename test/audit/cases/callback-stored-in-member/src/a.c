#include "pool.h"
struct request { void (*done)(int status); int status; };
static void finished(int status) { pool_resize(status); }
static void prepare(struct request *request, void (*done)(int status)) { request->done = done; }
void begin(struct request *request) { prepare(request, finished); }
int pool_get(void) { struct request r = { 0 }; struct request *p = &r; p->done(p->status); return 0; }
