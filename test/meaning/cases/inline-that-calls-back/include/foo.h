#ifndef FOO_H
#define FOO_H

int code(void);

static inline int library(int error) { return error >> 24; }
static inline int reason(int error) { return library(error) ? error & 0xff : 0; }
static inline int is_fatal(int error) { return reason(error) == 1; }
static inline int is_known(int error) { return reason(error) != 0; }

#endif
