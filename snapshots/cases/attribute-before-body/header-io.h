/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

static __attribute__((noinline, unused))
int g(void)
{
    return 0;
}

#endif
