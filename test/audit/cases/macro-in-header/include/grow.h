#define grow_pool(n) do { if ((n) > 0) pool_resize(n); } while (0)
