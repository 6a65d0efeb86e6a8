#include <stdbool.h>
#include "foo.h"

#define NAME(name) name,
enum names {
#include "names.def"
};
#undef NAME
#define NAME(name) #name,
static const char *const names[] = {
#include "names.def"
};
#undef NAME
#define NAME(name) int name##_n;
#include "names.def"
#undef NAME

const char *name_of(int n);
const char *name_of(int n) { return names[n]; }

int f(int n)
{
    return n + 1;
}

int g(int n)
{
    return n - 1;
}
