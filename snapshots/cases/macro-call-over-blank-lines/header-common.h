/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define EVENT(name, fields, text) struct name { fields };

EVENT(opened,

	int flags;

	int mode;,

	"opened"
)

int blk_close(void);

#endif
