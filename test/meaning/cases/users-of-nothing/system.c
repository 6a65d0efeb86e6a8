#include "b.h"

size_t system_type;
