#include "disk.h"
int disk_close(extra_t e) { return e + disk_flush(1); }
