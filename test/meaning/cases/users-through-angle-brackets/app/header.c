#include <b.h>
int header(void) { struct kind k = {0}; return b_read(&k); }
