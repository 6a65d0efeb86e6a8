#ifndef CHECKED_H
#define CHECKED_H
#define multi_set(c, o, v) multi_set(c, o, (int)(v))
#endif
