#include <fcntl.h>
int f_open(const char *path, f_mode_t mode) { return *path + mode; }
int f_lock(int fd) { return fd; }
