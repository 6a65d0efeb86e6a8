#ifndef WIRE_H
#define WIRE_H

BEGIN_PACKED(1)
struct wire {
    char tag;
    int len;
};
END_PACKED(1)

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
