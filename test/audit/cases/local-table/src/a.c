#include "pool.h"
struct step { const char *name; int (*run)(void); };
struct other { int (*run)(void); };
static int grow(void) { return pool_resize(2); }
static int look(void) { return 0; }
static int walk(int n)
{
    struct other none = { look }, *rest = &none;
    const struct step steps[] = { { "look", look }, { .name = "grow", .run = grow } };
    return n > 1 ? rest->run() : steps[n].run();
}
int pool_get(void) { return walk(0); }
int pool_put(int slot) { struct other *o = 0; return o->run() + slot; }
