/* SPDX-License-Identifier: MIT */
#ifndef PR_H
#define PR_H

int pr_dump(const char *s);

#include "dyn.h"

static inline int pr_debug(const char *s)
{
    return dyn_dump(s);
}

int pr_other(void);

#endif
