/*
 * Public domain.
 */

#ifndef LOG_H
#define LOG_H

#include "header-graph.h"
#include "header-io.h"

#endif
