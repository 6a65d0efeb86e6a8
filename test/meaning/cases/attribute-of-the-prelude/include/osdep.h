#ifndef OSDEP_H
#define OSDEP_H

#define LEAVES() __attribute__((noreturn))

#endif
