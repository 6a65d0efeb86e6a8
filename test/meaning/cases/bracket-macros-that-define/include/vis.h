#define HIDDEN_FROM_HERE _Pragma("GCC visibility push(hidden)") enum { hidden_from }
#define HIDDEN_TO_HERE _Pragma("GCC visibility pop") enum { hidden_to }
