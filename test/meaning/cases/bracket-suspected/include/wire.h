#ifndef WIRE_H
#define WIRE_H

WIRE_PUSH(1)
struct wire {
    char tag;
    int len;
};
WIRE_POP()

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
