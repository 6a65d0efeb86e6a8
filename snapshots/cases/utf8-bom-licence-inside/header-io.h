#ifndef HEADER_IO_H
#define HEADER_IO_H
/* Copyright Somebody */

int g(void);

#endif
