// SPDX-License-Identifier: MIT
/* Project blurb */
#ifndef HEADER_H
#define HEADER_H
int f(void);
int g(void);
#endif /* HEADER_H */
