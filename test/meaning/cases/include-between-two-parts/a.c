#include "disk.h"
int disk_flush(int s) { return s; }
int disk_close(flush_t f) { return f + flush_all(); }
