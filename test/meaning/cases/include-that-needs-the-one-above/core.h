#ifndef CORE_H
#define CORE_H

#include "http.h"

typedef struct {
    request_t *request;
} core_conf_t;

#endif
