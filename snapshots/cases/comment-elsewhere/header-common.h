/* SPDX-License-Identifier: MIT. This file is free. */
#ifndef HEADER_COMMON_H
#define HEADER_COMMON_H

/*
 * Resolve a name. If flags holds READING, oid gets what it means.
 */
#define READING 1
#define WRITING 2

/* Every function in this header may sleep. */
struct sleeper;

/** put() - give it back */
#define PUT_NOW 1

/* own: nothing is said of others, though below this there is more. */
#define own(a) ((a) + 1)

#endif
