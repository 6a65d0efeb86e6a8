#ifndef FOO_H
#define FOO_H

int unlock(int file);

#ifndef F_LOCK
#define F_LOCK 1
static inline int lock(int file) { return file + F_LOCK; }
int lock_all(void);
#endif

#endif
