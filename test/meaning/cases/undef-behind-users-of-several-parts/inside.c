#define STATE_INLINES
#define STATE_INSIDE
#include "state.h"

int main(void)
{
    return state_usage(1) + __state_help(2);
}
