#ifndef PARSER_H
#define PARSER_H
#define PARSER_API extern
#include "error.h"
PARSER_API int parse(error_t *e);
#endif
