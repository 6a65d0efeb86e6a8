#ifndef LOCK_H
#define LOCK_H
#ifdef NAME
#error "among the lists"
#endif
/* Relies on what came before, as headers of many trees do. */
bool lock_held(void);
#define CHECK_LOCK() ((void)lock_held())
#endif
