/* SPDX-License-Identifier: MIT */
#ifndef DISK_H
#define DISK_H

#include "disk-common.h"
#include "disk-graph.h"
#include "disk-io.h"

#endif
