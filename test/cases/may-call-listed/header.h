/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int read_it(int a);
int both(int a);
#define POLL(a) read_it(a)

#endif
