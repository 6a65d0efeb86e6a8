#include "hooks.h"

int hooks_run(void)
{
    return hook_enter;
}

int hooks_stop(void)
{
    return hook_leave;
}
