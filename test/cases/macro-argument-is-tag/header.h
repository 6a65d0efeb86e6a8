/* SPDX-License-Identifier: MIT */
#ifndef LIST_H
#define LIST_H

#define LIST_OF(name, entry) struct name { struct entry *first; }

struct change { int width; };
LIST_OF(changes, change);

void change(int width);
int width(void);

#endif
