#include "pool.h"
static void (*queue)(void);
struct job { void (*run)(void); };
static void grow(void) { pool_resize(1); }
struct job job = { grow };
int poll_jobs(void) { struct job *j = &job; j->run(); return 0; }
int pool_get(void) { return poll_jobs(); }
