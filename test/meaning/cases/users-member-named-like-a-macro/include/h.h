#ifndef H_H
#define H_H
#define cb(x) cb2(x)
#define lim(x) 9
int g(void);
int r(void);
#endif
