#ifndef FOO_H
#define FOO_H

#define VALUE(name) name##_value
#define GETTER(name) static inline int get_##name(void) { return VALUE(name); }
#define CURRENT VALUE(second)

#define first_value 1
#define second_value 2
static inline int before(void) { return CURRENT; }
GETTER(first)
#undef first_value
#undef second_value
#define second_value 4
static inline int after(void) { return CURRENT; }

#endif
