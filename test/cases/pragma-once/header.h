// SPDX-License-Identifier: MIT
#pragma once

struct s;
int f(struct s *s);
int g(struct s *s);
