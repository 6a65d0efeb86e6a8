#ifndef SAY_H
#define SAY_H

#define PRINTF(m, n) __attribute__((format (printf, m, n)))

struct buffer;

int say_count(void);
__attribute__((format (printf, 2, 3)))
int say(struct buffer *to, const char *format, ...);
int say_flush(struct buffer *to);
PRINTF(3, 4)
struct buffer *say_made(int size, int flags,
                        const char *format, ...);

PRINTF(2, 3) struct buffer *
say_more(int size, const char *format, ...);
void say_free(struct buffer *buffer);

#endif
