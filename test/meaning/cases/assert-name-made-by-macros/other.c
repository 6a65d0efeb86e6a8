enum { queue = 3 };
int other(void) { return queue; }
