/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H
#pragma once

int f(void);
int g(void);

#endif
