#ifndef WIRE_H
#define WIRE_H

#include "visibility.h"

int wire_room(int room);

PUSH_AND_SET_VISIBILITY_HIDDEN
int wire_send(int wire);
/* Seals one. */
int wire_seal(int wire);
POP_VISIBILITY

#endif
