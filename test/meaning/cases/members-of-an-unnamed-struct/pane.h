#ifndef PANE_H
#define PANE_H

struct pane_ops {
    int (*open)(int);
    int (*read)(int);
    int (*close)(int);
};

int pane_open(int n);
int pane_read(int n);

#endif
