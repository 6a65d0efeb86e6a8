/* SPDX-License-Identifier: MIT */
#ifndef HEADER_H
#define HEADER_H

#ifdef A /* with A */
/* heads the branch */

int f(void); /* f */
#else /* without A */
/* attached to g */
int g(void);
#endif /* A */

#endif
