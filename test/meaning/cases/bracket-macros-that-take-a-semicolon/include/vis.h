#define HIDDEN_FROM_HERE _Pragma("GCC visibility push(hidden)") struct takes_semicolon
#define HIDDEN_TO_HERE _Pragma("GCC visibility pop") struct takes_semicolon
