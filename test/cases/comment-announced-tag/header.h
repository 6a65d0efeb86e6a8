/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

/* Expands it by the rules, into a list. */
struct list;
void expand(struct list *into);

#endif
