#ifndef JOB_H
#define JOB_H
#include "disk.h"
typedef struct job { int id; } job_t;
#endif
