/* SPDX-License-Identifier: MIT */
#ifndef STR_H
#define STR_H


#include <core.h>


struct str_s { int len; };


int str_copy(str_t *to, str_t *from);
int str_log(log_t *log, str_t *s);


#endif
