#ifndef state
#define state state
extern int state;
#endif
