/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

/* C linkage */
#ifdef __cplusplus
extern "C" {
#endif

/* about g */
int g(void);

/* the end */
#ifdef __cplusplus
}
#endif

#endif
