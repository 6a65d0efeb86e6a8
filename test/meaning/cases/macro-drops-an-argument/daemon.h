#ifndef DAEMON_H
#define DAEMON_H

#define SANITIZE 8

#ifndef NO_MMU
# define again_or_detach(flags, argv) again_or_detach(flags)
# define detach(flags)                again_or_detach(flags, bogus)
#endif
void again_or_detach(int flags, char **argv);
void close_files(void);
#define detach_helper(flags) again_or_detach((flags) | SANITIZE, 0)
int clean_up(void);

#endif
