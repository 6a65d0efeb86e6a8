/* SPDX-License-Identifier: MIT */
#ifndef PROJECT_API_HEADER_IO_H
#define PROJECT_API_HEADER_IO_H

int g(void);

#endif
