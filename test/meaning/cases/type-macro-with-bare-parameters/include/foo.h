#ifndef FOO_H
#define FOO_H

#include "attr.h"

typedef int image_t;

VISIBLE(image_t)
image_open(image_t);

VISIBLE(image_t)
image_next(image_t, image_t);

#endif
