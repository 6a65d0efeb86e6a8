#ifndef FOO_H
#define FOO_H

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-parameter"

static inline int first(int unused) { return 1; }

#ifdef __cplusplus
extern "C" {
#endif

static inline int second(int unused) { return 2; }
static inline int third(int unused) { return 3; }

#pragma GCC diagnostic pop

int fourth(int a);

#ifdef __cplusplus
}
#endif

#endif
