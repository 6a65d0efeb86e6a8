/* SPDX-License-Identifier: MIT */

#pragma once

#ifndef HAVE_DISK_LOCK
#define HAVE_DISK_LOCK 1
int disk_lock(void);
#endif

const char *disk_name(void);
