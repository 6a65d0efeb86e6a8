/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-graph.h"

int disk_read(struct disk *disk);

#endif
