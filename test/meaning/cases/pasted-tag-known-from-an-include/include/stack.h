#ifndef STACK_H
#define STACK_H
#define STACK_OF(type) struct stack_of_##type
#define DEFINE_STACK_OF(type) STACK_OF(type); static inline int type##_size(const STACK_OF(type) *stack) { return !stack; }
#endif
