/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

// this line goes on \
int not_a_prototype(void);
int f(void);

int g(void); // and so \
   does this

#endif
