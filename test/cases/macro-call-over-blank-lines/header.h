/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define EVENT(name, fields, text) struct name { fields };

int blk_open(void);

EVENT(opened,

	int flags;

	int mode;,

	"opened"
)

int blk_close(void);

#endif
