/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define LIST_HEAD(name, type) struct name { struct type *first; }

struct entry;
LIST_HEAD(entries, entry);
int f(struct entries *e);
int g(struct entries *e);

#endif
