#include "disk.h"
int disk_flush(sector_t s) { return s; }
int disk_run(sector_t s) { return job_run(s); }
