#ifndef COMPAT_H
#define COMPAT_H
#ifdef NEED_BOOL
#include <stdbool.h>
#endif
#endif
