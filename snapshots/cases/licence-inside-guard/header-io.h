#ifndef HEADER_IO_H
#define HEADER_IO_H

/*
 * Copyright (c) 2005 Somebody
 */

int g(void);

#endif
