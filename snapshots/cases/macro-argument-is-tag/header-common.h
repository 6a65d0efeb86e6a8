/* SPDX-License-Identifier: MIT */
#ifndef LIST_HEADER_COMMON_H
#define LIST_HEADER_COMMON_H

#define LIST_OF(name, entry) struct name { struct entry *first; }

struct change { int width; };
LIST_OF(changes, change);

#endif
