#ifndef MAIN_LOOP_H
#define MAIN_LOOP_H

#include <assert.h>

int in_main_loop(void);
void poll_events(void);

#define MAIN_OR_IO_CODE() assert(in_main_loop() >= 0)

#endif
