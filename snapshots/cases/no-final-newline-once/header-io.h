/* SPDX-License-Identifier: MIT */
#pragma once

int g(void);
