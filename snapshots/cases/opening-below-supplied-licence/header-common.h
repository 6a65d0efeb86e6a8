/* vim: set ts=8 sw=4: */
/*
 * Copyright 2003 The server people
 */

#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

void start(void);

#endif
