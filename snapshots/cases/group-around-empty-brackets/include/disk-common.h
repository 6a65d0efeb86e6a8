/* SPDX-License-Identifier: MIT */

#ifndef DISK_COMMON_H
#define DISK_COMMON_H

#ifdef CONFIG_DISK
/* What the build adds. */
#ifdef __cplusplus
extern "C" {
#endif
#ifdef __cplusplus
}
#endif
#endif

#endif
