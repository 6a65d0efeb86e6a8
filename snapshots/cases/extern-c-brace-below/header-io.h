/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#ifdef __cplusplus
extern "C"
{
#endif
int g(void);
#ifdef __cplusplus
} /* extern "C" */
#endif

#endif
