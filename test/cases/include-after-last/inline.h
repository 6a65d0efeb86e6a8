static inline int both(void) { return f() + g(); }
