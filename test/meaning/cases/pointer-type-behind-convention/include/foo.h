#ifndef FOO_H
#define FOO_H

#include "conv.h"

typedef void *handle_t;

#ifndef FOO_VERSION_1
#define FOO_VERSION_1 1
typedef handle_t (CALLP first_fn)(int a);
handle_t CALL first(int a);
#endif

typedef handle_t (CALLP second_fn)(handle_t a);
handle_t CALL second(handle_t a);
handle_t CALL third(second_fn b);

#endif
