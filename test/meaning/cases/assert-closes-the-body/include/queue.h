#ifndef QUEUE_H
#define QUEUE_H
int held(void);
int queue_push(int n);
#endif
