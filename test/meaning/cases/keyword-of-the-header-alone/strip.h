/* $OpenBSD: strip.h,v 1.3 2021/03/01 10:11:12 someone Exp $ */

/*
 * Copyright (c) 2021 Someone
 */

#ifndef STRIP_H
#define STRIP_H

int strip_open(int n);
int strip_size(void);

#endif
