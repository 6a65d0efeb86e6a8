/*
 * Copyright (c) 2005 Somebody
 */

#ifndef HEADER_IO_H
#define HEADER_IO_H

int g(void);

#endif
