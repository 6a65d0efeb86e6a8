#include "disk.h"
int user(void) { job_t job = { 1 }; return disk_run(&job, 2) + disk_flush(1); }
