#ifndef PROC_H
#define PROC_H

int spawn(void);

#ifdef HAVE_MMU
# define spawn_again(argv) spawn()
#else
  int spawn_again(char **argv);
  int no_spawn(void);
# define spawn() no_spawn()
#endif

void settle(void);

#endif
