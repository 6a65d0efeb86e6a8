/* SPDX-License-Identifier: MIT */
#ifndef HEADER_BOTH_H
#define HEADER_BOTH_H

int both(int a);
#define POLL(a) read_it(a)

#endif
