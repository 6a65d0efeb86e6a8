#ifndef FOO_H
#define FOO_H

#ifdef FOO_STATIC
typedef long foo_number;
#define FOO_NUMBER 1
static
#else
typedef int foo_number;
extern
#endif
foo_number first(void);

#ifdef __GNUC__
__attribute__((const))
#endif
foo_number second(void);

#ifdef FOO_LONG
long
#else
int
#endif
third(void);

#ifdef FOO_LONG
int count(long start)
#else
static inline int count(int start)
#endif
{
    return start + 1;
}
int last(void);

#endif
