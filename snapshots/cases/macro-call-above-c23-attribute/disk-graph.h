/* SPDX-License-Identifier: MIT */

#ifndef DISK_GRAPH_H
#define DISK_GRAPH_H

#include "disk-common.h"

[[nodiscard]] int disk_lock(void);

#endif
