#ifndef X_H
#define X_H
typedef int x_t;
#endif
