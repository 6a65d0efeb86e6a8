// SPDX-License-Identifier: MIT
//
// The licence goes on.

#ifndef HEADER_H
#define HEADER_H

// About f,
// in two lines.
int f(void);
int g(void); // about g

#endif // HEADER_H
