#ifndef FOO_H
#define FOO_H

#ifdef CONFIG_LOG
void log_open(void);
struct log *log_find(int id);
int log_write(int level, const char *text);
#else
#define log_open()
#define log_find(id)
#define log_write(level, text)
#endif
int log_count(void);

#endif
