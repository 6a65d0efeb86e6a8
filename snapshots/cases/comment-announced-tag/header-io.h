/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

/* Expands it by the rules, into a list. */
void expand(struct list *into);

#endif
