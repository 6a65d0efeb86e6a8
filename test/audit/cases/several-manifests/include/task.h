#ifndef TASK_H
#define TASK_H
int task_start(void);
int task_step(void);
#endif
