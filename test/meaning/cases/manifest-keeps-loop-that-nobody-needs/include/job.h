#ifndef JOB_H
#define JOB_H
#include "disk.h"
#define job_run(s) disk_run(s)
#endif
