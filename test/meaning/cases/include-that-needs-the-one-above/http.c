#include "http.h"

int http_open(core_conf_t *conf)
{
    return conf->request->ctx->main_conf != 0;
}

void http_close(request_t *r)
{
    r->ctx = 0;
}
