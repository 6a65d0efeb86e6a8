#ifndef FOO_H
#define FOO_H

#ifdef __cplusplus
extern "C" {
#endif

#ifdef FOO_GRAMMAR
%token NUMBER "a number"
%%
sum: NUMBER | sum '+' NUMBER {
#endif
int sum(int a, int b);
#ifdef FOO_AWK
/foo/ { next } /{/
#endif
int product(int a, int b);

#ifdef __cplusplus
}
#endif

#endif
