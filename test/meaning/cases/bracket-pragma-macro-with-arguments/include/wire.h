#ifndef WIRE_H
#define WIRE_H

#define STR(words) #words
#define PRAGMA(words...) _Pragma(STR(words))

PRAGMA(GCC diagnostic push)
PRAGMA(GCC diagnostic ignored "-Wreturn-type")
static inline int wire_new(void)
{
}
int wire_send(int wire);
PRAGMA(GCC diagnostic pop)

int wire_room(int room);

#endif
