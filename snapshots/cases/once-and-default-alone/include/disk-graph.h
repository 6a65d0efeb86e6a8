/* SPDX-License-Identifier: MIT */

#pragma once

#include "disk-common.h"

#ifndef HAVE_DISK_LOCK
#define HAVE_DISK_LOCK 1
int disk_lock(void);
#endif
