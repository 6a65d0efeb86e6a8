#include "foo.h"
#include "foo.h"
int use(struct image *image) { return first(image) + second(image) + image->width; }
