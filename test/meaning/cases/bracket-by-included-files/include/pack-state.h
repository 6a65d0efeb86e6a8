#ifndef PACK_STATE_H
#define PACK_STATE_H
#define PACKED_ONCE 1
#endif
