#define copy(to, from) rom_copy(to, from)
