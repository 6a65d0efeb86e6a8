#ifndef QUEUE_H
#define QUEUE_H
int queue_push(int n);
#endif
