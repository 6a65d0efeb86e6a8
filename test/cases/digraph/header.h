/* SPDX-License-Identifier: MIT */
%:ifndef HEADER_H
%:define HEADER_H
struct s <% int a<:2:>; %>;
int f(struct s *s);
int g(int a<:2:>);
%:endif
