#ifndef HEADER_H
#define HEADER_H
/* Copyright Somebody */
int f(void);
int g(void);
#endif
