#include "include/cfg.h"

int main(void)
{
    cfg_put(1, cfg_get(1));
    return cfg_count();
}
