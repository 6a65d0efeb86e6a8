#define PRAGMA_(words) _Pragma(#words)
#define PRAGMA(words) PRAGMA_(words)
#ifdef __GNUC__
# define ALIGN_STATE(...) \
    PRAGMA(pack(__VA_ARGS__))
#else
# define ALIGN_STATE(...)
#endif
