// -*- mode: c -*-
/*
 * Copyright 2003 The server people
 */

#pragma once

#include "header-common.h"

void graph_walk(int depth);
