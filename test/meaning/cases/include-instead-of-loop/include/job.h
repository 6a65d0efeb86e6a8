#ifndef JOB_H
#define JOB_H
#include "types.h"
#include "disk.h"
int job_run(sector_t s);
#endif
