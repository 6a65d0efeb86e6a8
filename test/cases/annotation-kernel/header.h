/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int __must_check f(void);
asmlinkage long g(void __user *to);
extern void __init h(void) __acquires(lock);

#endif
