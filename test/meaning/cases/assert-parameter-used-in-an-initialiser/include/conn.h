#ifndef CONN_H
#define CONN_H
#include <assert.h>
struct conn { int fd; };
int conn_open(void);
int conn_read(struct conn *c);
int conn_fd(struct conn *c);
#endif
