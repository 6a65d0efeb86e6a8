#include "disk.h"
int disk_read(disk_t *d) { return disk_id(d); }
