#ifndef WIRE_H
#define WIRE_H

#include <wire-prefix.h>
struct wire {
    char tag;
    int len;
};
#include <wire-suffix.h>

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
