/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "bits.h"

int disk_flush(bits_t b);
int disk_run(bits_t b);

#endif
