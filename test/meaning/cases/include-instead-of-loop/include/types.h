#ifndef TYPES_H
#define TYPES_H
typedef int sector_t;
#endif
