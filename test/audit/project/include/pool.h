#ifndef POOL_H
#define POOL_H

int pool_open(void);
int pool_resize(int size);
int pool_get(void);
int pool_put(int slot);
int pool_submit(void (*done)(void *opaque), void *opaque);
int in_control(void);
void control_lock(void);
void control_unlock(void);

#endif
