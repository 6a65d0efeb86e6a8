#ifndef JOB_H
#define JOB_H
#include "header.h"
typedef struct Job Job;
#endif
