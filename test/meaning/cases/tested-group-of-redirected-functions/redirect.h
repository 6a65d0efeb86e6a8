#ifndef REDIRECT_H
#define REDIRECT_H
#define REDIRECT(name, proto, alias) name proto __asm__ (#alias)
#endif
