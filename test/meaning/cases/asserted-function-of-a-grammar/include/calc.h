#ifndef CALC_H
#define CALC_H

int calc_parse(const char *text);
int calc_reset(void);
int calc_file(const char *name);

#endif
