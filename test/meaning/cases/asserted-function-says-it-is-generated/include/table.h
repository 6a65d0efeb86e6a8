#ifndef TABLE_H
#define TABLE_H

int table_ready(void);
int table_find(int key);
int table_size(void);

#endif
