#include <stddef.h>
#include "files.h"

int file_left(struct files *all)
{
    return files_find(all, all->root) != NULL && file_cmp(all->root, all->root);
}
