/* What all of the server shares. */

/* Walks at most depth steps. */
void graph_walk(int depth);
void start(void);
