#ifndef JOB_H
#define JOB_H
#include "disk.h"
#if DISK_JOBS
typedef int job_t;
#endif
#endif
