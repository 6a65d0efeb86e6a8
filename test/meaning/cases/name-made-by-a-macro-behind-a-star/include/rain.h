/* SPDX-License-Identifier: MIT */
#ifndef RAIN_H
#define RAIN_H

#define RAIN(name) rain_##name

int RAIN(starts) (int hour);
char *RAIN(told) (int hour);
int rain_ends(int hour);

#endif
