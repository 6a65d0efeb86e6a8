#ifndef JOB_H
#define JOB_H
#include "disk.h"
typedef int job_t;
#endif
