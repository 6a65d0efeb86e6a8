#ifndef FOO_H
#define FOO_H

#ifdef CONFIG_LOG
#define log_init log_init_really
static inline int log_init(void) { return 1; }
#else
#define log_init(...)
#define DEPRECATED_FOR(other) __attribute__((deprecated))
DEPRECATED_FOR(log_open) void (log_init)(void);
void log_stop(int code) DEPRECATED_FOR(log_close);
#define log_stop(code)
#endif
int log_open(void);

#endif
