/* SPDX-License-Identifier: MIT */
#pragma once
#ifndef HEADER_H
#define HEADER_H
int f(void);
int g(void);
#endif
