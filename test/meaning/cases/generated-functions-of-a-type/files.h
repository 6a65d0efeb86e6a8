#ifndef FILES_H
#define FILES_H

#define TREE_HEAD(name, type) struct name { struct type *root; }
#define TREE_PROTOTYPE(name, type, cmp) \
    struct type *name##_find(struct name *, struct type *);

struct file {
    int fd;
};
TREE_HEAD(files, file);

int file_cmp(struct file *, struct file *);
TREE_PROTOTYPE(files, file, file_cmp);
int file_left(struct files *);

#endif
