#ifndef OUT_H
#define OUT_H
#pragma pack()
#endif
