#ifndef A_H
#define A_H
#ifdef HAVE_CONFIG
#include "a_config.h"
#endif
int a_one(void);
int a_two(void);
#endif
