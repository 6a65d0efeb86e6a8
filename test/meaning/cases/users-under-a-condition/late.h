#ifndef LATE_H
#define LATE_H

#ifdef B_FAST
#define LATE 1
#else
#define LATE 0
#endif

#endif
