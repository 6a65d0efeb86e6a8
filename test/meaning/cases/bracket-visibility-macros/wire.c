#include "wire.h"

int wire_send(int wire)
{
    return wire;
}

int wire_room(int room)
{
    return room;
}

int wire_seal(int wire)
{
    return wire_send(wire);
}
