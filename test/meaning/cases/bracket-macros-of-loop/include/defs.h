#ifndef DEFS_H
#define DEFS_H
#ifdef __cplusplus
#define PORT_BEGIN extern "C" {
#define PORT_END }
#else
#define PORT_BEGIN
#define PORT_END
#endif
#include "port.h"
#endif
