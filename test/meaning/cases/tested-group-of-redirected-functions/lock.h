/* SPDX-License-Identifier: MIT */
#ifndef LOCK_H
#define LOCK_H
#include "redirect.h"
#ifndef F_HOLD
#define F_HOLD 1
#ifdef WIDE_FILES
extern int REDIRECT (hold, (int fd, long len), hold64);
#else
extern int hold (int fd, int len);
#endif
extern int hold64 (int fd, long len);
#endif
#endif
