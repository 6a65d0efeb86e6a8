#ifndef WIDE_H
#define WIDE_H
#define PIPE_IS_WIDE 1
#endif
