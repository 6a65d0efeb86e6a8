#ifndef CONFIG_H
#define CONFIG_H

#include "http.h"

typedef struct {
    void *main_conf;
} conf_ctx_t;

#endif
