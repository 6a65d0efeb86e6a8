/* SPDX-License-Identifier: MIT */
#ifndef BASE_H
#define BASE_H

typedef int T;

#endif
