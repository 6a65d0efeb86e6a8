#ifndef HEADER_IO_H
#define HEADER_IO_H
#endif
