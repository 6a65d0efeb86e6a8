/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

DECLARE_QUEUE(work)
int g(void);

#endif
