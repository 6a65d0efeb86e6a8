#ifndef JOB_H
#define JOB_H

#include <assert.h>

int job_new(int size);
int job_run(int size);

#endif
