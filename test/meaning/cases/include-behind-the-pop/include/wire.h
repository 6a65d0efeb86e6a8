#include <stdbool.h>
struct wire { char tag; int value; };
