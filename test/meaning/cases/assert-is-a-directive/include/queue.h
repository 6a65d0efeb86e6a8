#ifndef QUEUE_H
#define QUEUE_H
extern int held;
int queue_push(int n);
#endif
