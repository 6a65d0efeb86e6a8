// SPDX-License-Identifier: MIT
/* Project blurb */
#ifndef HEADER_IO_H
#define HEADER_IO_H

int g(void);

#endif /* HEADER_IO_H */
