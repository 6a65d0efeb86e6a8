/* SPDX-License-Identifier: MIT */
#pragma once
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

int f(void);

#endif
