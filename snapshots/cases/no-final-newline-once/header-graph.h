/* SPDX-License-Identifier: MIT */
#pragma once

int f(void);
