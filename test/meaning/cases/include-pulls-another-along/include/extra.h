#ifndef EXTRA_H
#define EXTRA_H
#ifdef WITH_EXTRA
typedef int extra_t;
#endif
#endif
