/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef __cplusplus
extern "C"
{
#endif
int f(void);
int g(void);
#ifdef __cplusplus
} /* extern "C" */
#endif

#endif
