/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int __must_check f(void);
extern void __init h(void) __acquires(lock);

#endif
