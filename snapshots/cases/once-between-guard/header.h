/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#pragma once
#define HEADER_H

#include "header-graph.h"
#include "header-io.h"

#endif
