#include "pr.h"
int pr_dump(const char *s) { return *s; }
int a(void) { return pr_debug("x"); }
