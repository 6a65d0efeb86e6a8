/* SPDX-License-Identifier: MIT */
#ifndef NET_SOCK_H
#define NET_SOCK_H

#include <net/addr.h>

int sock_open(addr_t a);
int sock_send(addr_t a);

#endif
