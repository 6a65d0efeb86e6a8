#ifndef FOO_H
#define FOO_H

struct file_stat { int size; };
#define DECLARE(name, parameters) extern int name parameters

int file_stat(const char *path, struct file_stat *buffer);
DECLARE (open_file, (const char *path, struct file_stat *buffer));
int close_file(struct file_stat *buffer);

#endif
