#ifndef REQUEST_H
#define REQUEST_H

struct request_s {
    conf_ctx_t *ctx;
};

#endif
