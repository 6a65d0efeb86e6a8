#ifndef SHELL_H
#define SHELL_H
#include "b.h"
int shell(void);
#endif
