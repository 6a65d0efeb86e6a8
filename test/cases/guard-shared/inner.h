#ifndef HEADER_H
# error "include header.h instead"
#endif

typedef int inner_t;
