/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * include/header.h
 * What this describes is in
 * header.h: here in the middle of a sentence.
 *
 * header-io.h - things, see header.h
 *
 * header.h has no dash
 */
#ifndef HEADER_IO_H
#define HEADER_IO_H

int g(void);

#endif
