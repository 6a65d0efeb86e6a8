#ifndef WIRE_H
#define WIRE_H

#define WIRE_BEGIN _Pragma("pack(push, 1)")
#define WIRE_END _Pragma("pack(pop)")

WIRE_BEGIN
struct wire {
    char tag;
    int len;
};
WIRE_END

#undef WIRE_BEGIN
#undef WIRE_END

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
