/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#define LIST_HEAD(name, type) struct name { struct type *first; }

struct entry;
LIST_HEAD(entries, entry);

#endif
