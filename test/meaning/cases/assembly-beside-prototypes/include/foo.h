#ifndef FOO_H
#define FOO_H

#ifdef __ASSEMBLER__
    .macro save_all register
    push \register     @ assembly
    mov r0, r1
    .endm
#else
int first(void);
int second(int a, int b);
#endif
int third(void);

#ifndef __ASSEMBLER__
struct state { int registers[16]; };
#else
    .extern state
#endif
int fourth(struct state *state);

#endif
