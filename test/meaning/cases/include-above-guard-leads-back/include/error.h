/* SPDX-License-Identifier: MIT */

#include "parser.h"

#ifndef ERROR_H
#define ERROR_H

typedef struct error { int code; } error_t;

PARSER_API int error_get(error_t *e);
PARSER_API int error_set(error_t *e);

#endif
