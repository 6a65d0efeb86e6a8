#ifndef TYPES_H
#define TYPES_H
#endif
