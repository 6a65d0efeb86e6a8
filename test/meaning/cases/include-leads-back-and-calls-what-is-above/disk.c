#include "disk.h"
int disk_flush(int s) { return s; }
int disk_run(job_t *job) { return job_flush(job); }
