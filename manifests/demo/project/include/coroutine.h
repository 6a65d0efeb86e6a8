/*
 * Marks functions that run in coroutine context
 *
 * SPDX-License-Identifier: MIT
 */

#ifndef COROUTINE_H
#define COROUTINE_H

/* For readers and checkers; the compiler has no use for it. */
#define coroutine_fn

#endif /* COROUTINE_H */
