/* SPDX-License-Identifier: MIT */
#ifndef TIDE_H

#include <stddef.h>

size_t tide_read(void);
int tide_write(size_t level);

#define TIDE_H
#endif /* TIDE_H */
