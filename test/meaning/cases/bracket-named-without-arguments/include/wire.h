#ifndef WIRE_H
#define WIRE_H

PUSH_AND_SET_VISIBILITY_HIDDEN
int wire_send(int wire);
int wire_room(int room);
POP_VISIBILITY

#endif
