#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H
/* Released under the BSD terms. */

void start(void);

#endif
