/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef __cplusplus
class Thing { public: int f(); ~Thing(); };
template <typename T> T twice(T a) { return a + a; }
namespace ns { int inner(); }
#endif
int f(void);
int g(void);

#endif
