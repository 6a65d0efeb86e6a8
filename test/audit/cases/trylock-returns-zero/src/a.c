#include "pool.h"
extern int control_attempt(void);
int pool_get(void)
{
    if (control_attempt() != 0) {
        return pool_open();
    }
    pool_resize(1);
    control_unlock();
    return 0;
}
int pool_put(int slot)
{
    int error;
    if ((error = control_attempt()) == 0) {
        pool_resize(slot);
        control_unlock();
    }
    return error;
}
