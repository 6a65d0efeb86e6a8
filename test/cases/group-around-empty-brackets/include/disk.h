/* SPDX-License-Identifier: MIT */

#ifndef DISK_H
#define DISK_H

#ifdef CONFIG_DISK
/* What the build adds. */
#ifdef __cplusplus
extern "C" {
#endif
#ifdef __cplusplus
}
#endif
#endif

int disk_lock(void);

#endif
