#ifndef HASH_H
#define HASH_H
#define HASH_OF(type) { type outer; type inner; }
#endif
