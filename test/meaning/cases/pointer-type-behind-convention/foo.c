#include "foo.h"

handle_t use(first_fn a, second_fn b) { return a(1) == third(b) ? first(1) : second(0); }
