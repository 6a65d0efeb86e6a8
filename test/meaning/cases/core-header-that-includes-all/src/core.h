#ifndef CORE_H
#define CORE_H
typedef struct str_s str_t;
typedef struct log_s log_t;
#include <str.h>
#include <log.h>
#define CORE_OK 0
#endif
