#define INNER <inner.h>
#include INNER
int by_macro(void) { struct kind k = {0}; return b_read(&k); }
