/* No guard: the first test protects only what it stands around. */
#if !defined(HAVE_SSIZE)
#define HAVE_SSIZE
typedef long my_ssize;
my_ssize my_read(int fd, void *buffer, unsigned long size);
my_ssize my_write(int fd, const void *buffer, unsigned long size);
#endif
int my_close(int fd);
