#include <stddef.h>
#include "by-macro.h"
#include "b.h"

int brought[SIZE];
