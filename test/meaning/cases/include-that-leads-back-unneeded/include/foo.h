#ifndef FOO_H
#define FOO_H

struct image { int width; };

int first(struct image *image);
int second(struct image *image);

#include "book.h"

#endif
