// -*- mode: c -*-
// What all of the server shares.
#pragma once

void start(void);
void graph_walk(int depth);
