#ifndef STORE_H
#define STORE_H

#pragma redefine_extname store_open store_open64
int store_open(int key);
int store_main(void);
#pragma weak store_alt
int store_alt(void);
#pragma weak store_old_open = store_main
int store_old_open(void);

#endif
