#include "disk.h"
int disk_flush(int s) { return s; }
int disk_close(disk_t *d) { return d->f + flush_all(); }
