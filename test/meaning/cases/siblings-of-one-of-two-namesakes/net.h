#ifndef NET_H
#define NET_H
#include <base.h>
#include <rpc/net.h>
int other(void);
#endif
