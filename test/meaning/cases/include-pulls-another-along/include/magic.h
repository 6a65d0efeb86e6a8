#ifndef MAGIC_H
#define MAGIC_H
#define disk_flush(s) disk_flush_from(s, __LINE__)
#define WITH_EXTRA 1
int disk_flush_from(int s, int line);
#endif
