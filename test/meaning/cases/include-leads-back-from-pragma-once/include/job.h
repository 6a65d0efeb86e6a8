#pragma once
#include "disk.h"
typedef int job_t;
