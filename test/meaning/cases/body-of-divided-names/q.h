/* SPDX-License-Identifier: MIT */
#ifndef Q_H
#define Q_H
#define LOCK() ((void)0)
int q_push(int n);
int q_pop(int n);
int q_count(void);
#endif
