#ifndef HEADER_H
#error "include header.h first"
#endif
