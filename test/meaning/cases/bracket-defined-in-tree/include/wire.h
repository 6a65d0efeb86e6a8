#ifndef WIRE_H
#define WIRE_H

#include "compiler.h"

ALIGN_PUSH(1)
struct wire {
    char tag;
    int len;
};
ALIGN_BACK();

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
