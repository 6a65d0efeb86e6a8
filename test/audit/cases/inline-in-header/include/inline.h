static inline int grow(int n) { return pool_resize(n); }
