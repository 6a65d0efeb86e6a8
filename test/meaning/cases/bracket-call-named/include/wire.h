/* SPDX-License-Identifier: MIT */
#ifndef WIRE_H
#define WIRE_H

#define STATE(words) _Pragma(#words)
#define ALIGN_PUSH(most) STATE(pack(push, most))
#define ALIGN_BACK() STATE(pack(pop))

ALIGN_PUSH(1)
struct wire {
    char tag;
    int len;
};
ALIGN_BACK() /* back to what it was */

STATE (pack(push, 4));
struct room {
    char tag;
    int len;
};

int wire_send(struct wire *wire);
int wire_room(struct room *room);
STATE(pack(pop));

#endif
