/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#define LIMIT 10

struct ports {
    int all[LIMIT];
};

struct server {
    struct ports ports;
};

int send_to(struct server *s);
int listen_at(int port);

#endif
