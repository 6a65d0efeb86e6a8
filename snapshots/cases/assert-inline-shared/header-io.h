/* SPDX-License-Identifier: MIT */
#pragma once

#include "header-common.h"

int g(T a);
