#ifndef LOG_H
#define LOG_H
#include <core.h>
struct log_s { str_t name; };
#endif
