/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#pragma once
#define HEADER_H

int f(void);
int g(void);

#endif
