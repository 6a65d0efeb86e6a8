#ifndef STACK_H
#define STACK_H
#define STACK_OF(type) struct stack_of_##type
#endif
