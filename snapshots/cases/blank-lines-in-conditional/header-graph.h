/*
 * Public domain.
 */

#ifndef LOG_HEADER_GRAPH_H
#define LOG_HEADER_GRAPH_H

#ifdef CONFIG_LOG
int log_open(void);

int log_flush(void);
#else
static inline int log_open(void) { return 0; }
#endif

#ifdef CONFIG_LOG_MORE

int log_level(void);

int log_less(void);

#endif

#endif
