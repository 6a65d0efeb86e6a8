#ifndef HOOKS_H
#define HOOKS_H

HOOK_START(enter)
int hooks_run(void);
int hooks_stop(void);
HOOK_END(leave)

#endif
