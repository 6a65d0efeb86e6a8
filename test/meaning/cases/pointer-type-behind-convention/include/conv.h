#ifndef CONV_H
#define CONV_H
#define CALL
#define CALLP CALL *
#endif
