/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

int disk_flush(int s);

#include "flush.h"

int disk_close(flush_t f);

#endif
