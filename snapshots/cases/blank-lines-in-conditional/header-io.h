/*
 * Public domain.
 */

#ifndef LOG_HEADER_IO_H
#define LOG_HEADER_IO_H

#ifdef CONFIG_LOG
void log_line(const char *line);
#else
static inline void log_line(const char *line) {}
#endif

#ifdef CONFIG_LOG_MORE

void log_more(const char *line);

#endif

#endif
