#if KIND == 1
typedef int one_t;
#else
typedef int two_t;
#endif
