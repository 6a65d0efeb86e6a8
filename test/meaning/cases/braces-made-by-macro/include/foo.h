#ifndef FOO_H
#define FOO_H

#include "hash.h"

#define FIELDS { int a, b; }

struct md5 FIELDS;

struct hmac_md5 HASH_OF(struct md5);
void md5_init(struct hmac_md5 *hmac);
void md5_update(struct hmac_md5 *hmac);

struct hmac_sha HASH_OF(long);
void sha_init(struct hmac_sha *hmac);
void sha_update(struct hmac_sha *hmac);

#endif
