#ifndef TYPES_H
#define TYPES_H
typedef long sector_t;
#endif
