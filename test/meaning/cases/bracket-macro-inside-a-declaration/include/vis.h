#define HIDE _Pragma("GCC visibility push(hidden)")
#define SHOW _Pragma("GCC visibility pop")
