/* SPDX-License-Identifier: MIT */
#ifndef STATE_H
#define STATE_H

int state_help(int state);
int __state_help(int state);
#ifdef STATE_INLINES
#ifndef STATE_INSIDE
#define __state_help state_help
#endif
static inline int state_usage(int state)
{
    return __state_help(state);
}
#ifndef STATE_INSIDE
#undef __state_help
#endif
#endif

#endif
