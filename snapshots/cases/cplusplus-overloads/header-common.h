/* SPDX-License-Identifier: MIT */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

#ifdef __cplusplus
class Thing { public: int f(); ~Thing(); };
template <typename T> T twice(T a) { return a + a; }
namespace ns { int inner(); }
#endif

#endif
