#ifndef HEADER_H
#define HEADER_H
/* Copyright Somebody */

#include "header-graph.h"
#include "header-io.h"

#endif
