#include <stdio.h>
#include "foo.h"
void md5_init(struct hmac_md5 *hmac) { hmac->outer.a = 1; }
void sha_update(struct hmac_sha *hmac) { hmac->inner = 2; }
int main(void) { printf("%zu %zu\n", sizeof(struct hmac_md5), sizeof(struct hmac_sha)); return 0; }
