#ifndef VISIBILITY_H
#define VISIBILITY_H
#if defined(__GNUC__) && __GNUC__ >= 4
#define PUSH_AND_SET_VISIBILITY_HIDDEN _Pragma("GCC visibility push(hidden)")
#define POP_VISIBILITY _Pragma("GCC visibility pop")
#else
#define PUSH_AND_SET_VISIBILITY_HIDDEN
#define POP_VISIBILITY
#endif
#endif
