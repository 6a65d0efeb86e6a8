#ifndef BASE_H
#define BASE_H
#endif
