#ifndef HOOK_H
#define HOOK_H
#define HOOK_START(name) extern int hook_##name;
#define HOOK_END(name) extern int hook_##name;
#endif
