#ifndef QUEUE_H
#define QUEUE_H
void held(void);
int queue_push(int n);
#endif
