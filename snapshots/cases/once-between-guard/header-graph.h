/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#pragma once
#define HEADER_GRAPH_H

int f(void);

#endif
