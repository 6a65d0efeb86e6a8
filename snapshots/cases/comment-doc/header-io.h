/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

int g(void);

/* g2() undoes what h() did; neither is f2(). */
int g2(void);

#endif
