/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#include "header-common.h"

const struct s *const
    *restrict_free(struct s *);

#endif
