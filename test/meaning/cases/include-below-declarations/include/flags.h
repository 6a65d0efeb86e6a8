/* flag is known here. */
#define bool flag
