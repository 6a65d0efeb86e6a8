#ifndef STATE_H
#define STATE_H

#ifndef API
#define API extern
#endif

typedef struct state state;

#define state_pop(S, n) (state_settop)(S, -(n) - 1)

API int  (state_top) (state *S);
API void (state_settop) (state *S, int at);
API void (state_pop) (state *S, int n);
API int  (state_call) (state *S, int (*k)(state *S, int));

#define state_top(S) ((state_top)(S) + 0)

#endif
