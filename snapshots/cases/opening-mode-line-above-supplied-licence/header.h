// -*- mode: c -*-
/*
 * Copyright 2003 The server people
 */

// What all of the server shares.
#pragma once

#include "header-common.h"
#include "header-graph.h"
