#define move rom_copy
