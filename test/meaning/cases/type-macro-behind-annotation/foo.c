#include "foo.h"

void drop(void)
{
    Image_Drop();
}
