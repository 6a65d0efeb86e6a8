/* SPDX-License-Identifier: MIT */
#ifndef META_H
#define META_H

struct meta64 { long size; };
#ifndef WIDE_TIME
int meta64(const char *path, struct meta64 *out);
#else
#define meta64 wide_meta64
struct wide_meta64 { long long size; };
int meta64(const char *path, struct meta64 *out);
#endif
int fmeta64(int fd, struct meta64 *out);

#endif
