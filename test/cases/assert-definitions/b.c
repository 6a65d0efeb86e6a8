#include "header.h"
int h(void) { return 0; }
