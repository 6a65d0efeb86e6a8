#include <stddef.h>
#include "b.h"

size_t idle;
