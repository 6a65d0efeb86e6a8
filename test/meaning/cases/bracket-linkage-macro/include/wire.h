#ifndef WIRE_H
#define WIRE_H

#ifdef __cplusplus
#define C_NAMES extern "C" {
#define C_NAMES_DONE }
#else
#define C_NAMES
#define C_NAMES_DONE
#endif

C_NAMES

struct wire {
    char tag;
    int len;
};

struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);

C_NAMES_DONE

#endif
