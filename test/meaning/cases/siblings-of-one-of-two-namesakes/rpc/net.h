#ifndef RPC_NET_H
#define RPC_NET_H
#include <base.h>

int first(void);
int second(void);

#endif
