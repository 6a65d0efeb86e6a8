#include "pool.h"
#include "task.h"
int task_step(void) { return pool_open(); }
int task_start(void) { return pool_get(); }
int pool_put(int slot) { return task_start(); }
