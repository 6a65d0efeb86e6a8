/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

extern "C" {
int f(void);
} /* extern "C" */

extern "C" int h(void);

extern "C" {
    int g(void);
}

#endif
