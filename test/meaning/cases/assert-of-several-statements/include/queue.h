#ifndef QUEUE_H
#define QUEUE_H
int held(void);
void stop(const char *why);
void counted(void);
int queue_push(int n);
int queue_pop(int n);
#endif
