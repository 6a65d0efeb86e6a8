#include "foo.h"

int width(void)
{
    return image_width(image_next(image_open("a")));
}
