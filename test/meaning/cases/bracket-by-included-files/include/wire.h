#ifndef WIRE_H
#define WIRE_H

#include "pack-begin.h"
struct wire {
    char tag;
    int len;
};
#include "pack-end.h"

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
