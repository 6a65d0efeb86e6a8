#ifndef FOO_H
#define FOO_H

#define WITH(what) WITH_##what

#define WITH_tracing 1
#if WITH(tracing)
static inline int first(void) { return 1; }
#else
static inline int first(void) { return 0; }
#endif
#undef WITH_tracing
#define WITH_tracing 0
#if WITH(tracing)
static inline int second(void) { return 1; }
#else
static inline int second(void) { return 0; }
#endif

#endif
