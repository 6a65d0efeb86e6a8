/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

DECLARE_QUEUE(work)
DECLARE_LIST(idle);
int f(void);
int g(void);

#endif
