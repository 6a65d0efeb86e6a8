#ifndef DISK_H
#error Include disk.h
#endif
#ifndef BITS_H
#define BITS_H
#include "disk.h"
typedef int bits_t;
#endif
