#include "strip.h"

int main(void)
{
    return strip_open(strip_size());
}
