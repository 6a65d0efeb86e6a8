#include "disk.h"
int disk_run(disk_t *d) { return d->size != 0; }
int disk_stat(disk_t *d) { return d->size > 0; }
