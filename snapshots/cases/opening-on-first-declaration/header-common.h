#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

/* Walks at most depth steps. */
void start(void);

#endif /* HEADER_COMMON_H */
