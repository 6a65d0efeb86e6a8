/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * The blurb.
 *
 * Copyright (c) 2005 Somebody
 */

#ifndef HEADER_H
#define HEADER_H

int f(void);
int g(void);

#endif
