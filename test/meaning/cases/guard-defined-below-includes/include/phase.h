#ifndef PHASE_H
#define PHASE_H
#ifdef MOON_STARTS
typedef int phase_t;
#endif
#endif
