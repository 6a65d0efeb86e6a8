typedef int handle_t;
static inline handle_t open_handle(void) { return f(1); }
