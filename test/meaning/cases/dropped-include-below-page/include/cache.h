#define CACHE 1
