#include "foo.h"
#include "foo.h"

my_ssize copy(int from, int to)
{
    return my_write(to, &from, my_read(from, &to, 1));
}
