/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

struct s {
	int	a;	/* tab */
};
	int	f(struct s	*s);	
int	g(struct s *s);

#endif
