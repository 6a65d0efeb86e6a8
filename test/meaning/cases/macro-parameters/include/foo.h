#ifndef FOO_H
#define FOO_H

#define SWAP(count, reset) do { int t = count; count = reset; reset = t; } while (0)
#define TELL(count, reset...) tell(count, reset)
#define MAKE(reset) int reset##_all(void); int count##reset(void);
int count(void);
int reset(void);
int tell(int a, ...);

#endif
