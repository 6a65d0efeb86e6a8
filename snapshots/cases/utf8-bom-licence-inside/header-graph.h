#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H
/* Copyright Somebody */

int f(void);

#endif
