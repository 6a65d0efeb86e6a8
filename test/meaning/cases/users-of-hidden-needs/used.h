#define USED(b) ((b)->used)
