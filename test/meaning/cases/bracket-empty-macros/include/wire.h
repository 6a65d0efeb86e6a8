#ifndef WIRE_H
#define WIRE_H

#define API_BEGIN(group)
#define API_END(group)

API_BEGIN(wires)
struct wire {
    char tag;
    int len;
};
API_END(wires)

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
