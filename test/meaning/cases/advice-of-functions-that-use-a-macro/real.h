/* SPDX-License-Identifier: MIT */
#ifndef REAL_H
#define REAL_H

#ifdef NO_REALS
#define double long
#endif
double real_get(int row);
void real_set(int row, double to);
int real_rows(void);
#ifdef NO_REALS
#undef double
#endif

#ifdef TREE_OF_LONGS
typedef long real_tree;
#else
typedef double real_tree;
#endif
int real_grow(real_tree *tree);

#endif
