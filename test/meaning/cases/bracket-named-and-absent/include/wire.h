#ifndef WIRE_H
#define WIRE_H

#pragma pack(push, 1)
struct wire {
    char tag;
    int len;
};
#pragma pack(pop)

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
