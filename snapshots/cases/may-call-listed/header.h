/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#include "header-io.h"
#include "header-both.h"

#endif
