/*
 * Telling the caller what went wrong
 *
 * SPDX-License-Identifier: MIT
 */

#ifndef REPORT_H
#define REPORT_H

#include <stddef.h>

/*
 * Gives a function with a parameter "const char **report", which may be NULL,
 * a report_to that never is. Expands to declarations and stands among them.
 */
#define REPORT_GUARD()                 \
    const char *report_ignored = NULL; \
    const char **report_to = report ? report : &report_ignored

#endif /* REPORT_H */
