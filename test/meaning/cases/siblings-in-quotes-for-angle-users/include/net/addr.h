#ifndef NET_ADDR_H
#define NET_ADDR_H
typedef int addr_t;
#endif
