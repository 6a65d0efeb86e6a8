/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

int disk_flush(int s);

#include "magic.h"
#include "extra.h"

int disk_close(extra_t e);

#endif
