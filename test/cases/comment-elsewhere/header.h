/* SPDX-License-Identifier: MIT. This file is free. */
#ifndef HEADER_H
#define HEADER_H

/*
 * Resolve a name. If flags holds READING, oid gets what it means.
 */
#define READING 1
#define WRITING 2

const char *resolve(const char *refname, int flags, int *oid);

/* Every function in this header may sleep. */
struct sleeper;

/** put() - give it back */
#define PUT_NOW 1

int get(int a);
int put(int a);

/* Like get() above, but waits. */
int get_wait(int a);

int first(void);

/* The function above is the first. The list below has two: one, two. */
int second(void);

/* own: nothing is said of others, though below this there is more. */
#define own(a) ((a) + 1)

int other(int a);

#endif
