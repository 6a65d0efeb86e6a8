/* SPDX-License-Identifier: MIT */
#ifndef HEADER_GRAPH_H
#define HEADER_GRAPH_H

/**
 * f - do it
 * @a: what
 *
 * See also g().
 */
int f(int a);

#endif
