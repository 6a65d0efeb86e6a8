#ifndef USERS_H
#define USERS_H
static inline int user(void) { return f(1); }
#endif
