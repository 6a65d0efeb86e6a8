#include "disk.h"
int disk_flush(int s)
{
    return s;
}
int disk_job(void) { return disk_run(1); }
