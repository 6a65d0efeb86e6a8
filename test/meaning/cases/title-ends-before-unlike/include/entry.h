#ifndef ENTRY_H
#define ENTRY_H

/* Entries */

/* One of them. */
struct entry {
    int mode;
};

/* Reads the configuration. */
int config_read(int file);


int config_write(int file);

#endif
