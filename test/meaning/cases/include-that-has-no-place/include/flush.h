#ifndef FLUSH_H
#define FLUSH_H
typedef int flush_t;
static inline int flush_all(void) { return disk_flush(0); }
#endif
