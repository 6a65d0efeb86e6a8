#include "disk.h"
int disk_read(struct job *j) { return job_open(j); }
