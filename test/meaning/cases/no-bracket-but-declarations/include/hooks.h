#ifndef HOOKS_H
#define HOOKS_H

#include "hook.h"

HOOK_START(enter)
int hooks_run(void);
int hooks_stop(void);
HOOK_END(leave)

#endif
