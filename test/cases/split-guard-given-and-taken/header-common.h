/* SPDX-License-Identifier: MIT */
#ifndef HEADER_OF_IO_H
#define HEADER_OF_IO_H

typedef int word;

#endif
