#ifndef FOO_H
#define FOO_H

#if defined(LINKER_SCRIPT)
MEMORY { rom (rx) : ORIGIN = 0, LENGTH = 256K }
ENTRY(start)
stack_top = ORIGIN(rom)
#elif defined(__FORTRAN__)
      INTEGER FOO_MAX
      PARAMETER (FOO_MAX = 10)
! the same as below
#else
#define FOO_MAX 10
#endif

int foo_max(void);
int foo_min(void);

#endif
