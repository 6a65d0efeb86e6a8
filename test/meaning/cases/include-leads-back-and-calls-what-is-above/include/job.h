#ifndef JOB_H
#define JOB_H
#include "disk.h"
typedef struct job { int id; } job_t;
static inline int job_flush(job_t *job) { return disk_flush(job->id); }
#endif
