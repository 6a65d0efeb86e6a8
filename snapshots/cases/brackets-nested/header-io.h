/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#pragma GCC visibility push(default)
#ifdef __cplusplus
extern "C" {
#endif

int g(void);

#ifdef __cplusplus
}
#endif
#pragma GCC visibility pop

#endif
