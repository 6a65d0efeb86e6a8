#ifndef MORE_H
#define MORE_H
typedef base_t more_t;
#endif
