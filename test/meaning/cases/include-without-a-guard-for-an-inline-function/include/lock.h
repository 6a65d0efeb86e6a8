enum lock_state { FREE, HELD };
bool lock_held(void);
#define CHECK_LOCK() ((void)lock_held())
