/* SPDX-License-Identifier: MIT */
#include "header-common.h"

int h(void);
