#ifndef OUTER_H
#define OUTER_H
#include <shell.h>
#endif
