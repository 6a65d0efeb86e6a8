#include "foo.h"

int first(void)
{
    return second(1, third());
}

int fourth(struct state *state)
{
    return state->registers[0];
}
