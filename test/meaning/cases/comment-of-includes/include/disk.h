#ifndef DISK_H
#define DISK_H

/* For size_t */
#include <stddef.h>
int disk_read(void *to, size_t size);
int disk_write(const void *from, size_t size);

#endif
