#ifndef A_H
#define A_H
#include <stdio.h>
int a_one(void);
int a_two(void);
#endif
