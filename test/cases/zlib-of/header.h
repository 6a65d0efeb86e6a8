/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define OF(args) args
#define EXPORT
#define ZEXTERN extern

ZEXTERN int EXPORT f OF((int level, const char *version));
ZEXTERN const char * EXPORT g OF((void));

#endif
