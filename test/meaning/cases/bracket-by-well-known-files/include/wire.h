#ifndef WIRE_H
#define WIRE_H

#ifdef __GNUC__
#include <pshpack1.h>
#endif
struct wire {
    char tag;
    int len;
};
#ifdef __GNUC__
#include <poppack.h>
#endif

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

#endif
