#ifndef HAVE_PAIR
#define HAVE_PAIR 1
struct pair { int a, b; };
int pair_sum(struct pair *pair);
int pair_difference(struct pair *pair);
#endif
int pair_count(void);
