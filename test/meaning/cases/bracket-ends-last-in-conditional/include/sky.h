/* SPDX-License-Identifier: MIT */
#ifndef SKY_H
#define SKY_H

#ifdef __cplusplus
#define SKY_BEGIN extern "C" {
#define SKY_END }
#else
#define SKY_BEGIN
#define SKY_END
#endif

SKY_BEGIN

int sky_blue(void);

#ifndef SKY_DOXYGEN

int sky_grey(int cloud);

SKY_END

#endif /* SKY_DOXYGEN */

#endif
