#include "foo.h"
int use(struct file_stat *buffer) { return file_stat("a", buffer) + open_file("b", buffer) + close_file(buffer); }
