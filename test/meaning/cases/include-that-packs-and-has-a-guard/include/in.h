#ifndef IN_H
#define IN_H
#pragma pack(1)
#endif
