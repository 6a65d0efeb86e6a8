/* SPDX-License-Identifier: MIT */

#ifndef DISK_H
#define DISK_H

void (*disk_handler(int number))(int);

#endif
