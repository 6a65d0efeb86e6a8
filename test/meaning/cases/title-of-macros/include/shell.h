#ifndef SHELL_H
#define SHELL_H

/* Flags */
#define SHELL_QUIET 1
#define SHELL_LOGIN 2
int shell_open(int flags);
int shell_close(void);

/* prompt.c */
#define SHELL_PROMPT 1
int shell_prompt(void);
int shell_answer(void);

#endif
