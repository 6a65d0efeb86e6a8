/* SPDX-License-Identifier: MIT */
#ifndef HEADER_IO_H
#define HEADER_IO_H

#ifdef A /* with A */
#else /* without A */
/* attached to g */
int g(void);
#endif /* A */

#endif
