/*
 * Copyright © 2005 Somebody
 *
 * All rights given.
 */

#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-graph.h"

int g(void);

#endif
