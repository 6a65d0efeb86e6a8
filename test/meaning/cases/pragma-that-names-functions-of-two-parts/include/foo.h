#ifndef FOO_H
#define FOO_H

void panic(const char *text);
void report(const char *text);
#pragma rarely_called(panic, report)
int run(void);
#pragma does_not_return(panic)

#endif
