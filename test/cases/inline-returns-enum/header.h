/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

enum kind { K1, K2 };
static inline enum kind f(unsigned m) { return m ? K1 : K2; }
static inline unsigned g(unsigned m) { if (m) return 1; return 2; }

#endif
