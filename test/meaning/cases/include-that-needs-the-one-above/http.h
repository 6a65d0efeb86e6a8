#ifndef HTTP_H
#define HTTP_H

typedef struct request_s request_t;

#include "config.h"
#include "request.h"
#include "core.h"

int http_open(core_conf_t *conf);
void http_close(request_t *r);

#endif
