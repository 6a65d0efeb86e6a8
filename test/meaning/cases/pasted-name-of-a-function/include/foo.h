#ifndef FOO_H
#define FOO_H

int start_disk(void);
int start_net(void);
#define START(what) start_##what()
static inline int start(void) { return START(disk) + START(net); }
static inline int stop(void) { return START(disk); }

#endif
