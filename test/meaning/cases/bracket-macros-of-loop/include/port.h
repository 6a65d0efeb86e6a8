/* SPDX-License-Identifier: MIT */
#ifndef PORT_H
#define PORT_H

#include "defs.h"

typedef int port_t;

PORT_BEGIN

int port_open(port_t p);
int port_close(port_t p);

PORT_END

#endif
