#ifndef QUEUE_H
#define QUEUE_H
int check(int state);
int queue_push(int state);
int queue_count(void);
#endif
