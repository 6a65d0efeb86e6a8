#include "foo.h"
int z;
