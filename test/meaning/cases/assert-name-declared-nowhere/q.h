/* SPDX-License-Identifier: MIT */
#ifndef Q_H
#define Q_H
int q_push(int n);
int q_count(void);
#endif
