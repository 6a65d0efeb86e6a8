#ifndef GLUE_H
#define GLUE_H
#define GLUE_(a, b) a ## b
#define GLUE(a, b) GLUE_(a, b)
#endif
