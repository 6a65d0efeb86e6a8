/* -*- Mode: C; tab-width: 4; indent-tabs-mode: nil -*- */

#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

void start(void);

#endif
