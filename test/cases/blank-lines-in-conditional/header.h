#ifndef LOG_H
#define LOG_H

#ifdef CONFIG_LOG
int log_open(void);

void log_line(const char *line);

int log_flush(void);
#else
static inline int log_open(void) { return 0; }

static inline void log_line(const char *line) {}
#endif

#ifdef CONFIG_LOG_MORE

int log_level(void);

void log_more(const char *line);

int log_less(void);

#endif

#endif
