#ifndef FOO_H
#define FOO_H

#define ARGS(parameters) parameters
#define P_(parameters) parameters

int LOG_INIT(ARGS(int level));
void LOG_add P_((int level, const char *text));
extern void LOG_ADD P_((int));
int LOG_CLOSE(ARGS(int a), int b);

#endif
