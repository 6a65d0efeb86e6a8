/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* C linkage */
#ifdef __cplusplus
extern "C" {
#endif

/* about f */
int f(void);

/* about g */
int g(void);

/* the end */
#ifdef __cplusplus
}
#endif

#endif
