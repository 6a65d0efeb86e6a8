/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

int f(int first,
      int second);
int
g
(
    void
);

#endif
