/* SPDX-License-Identifier: MIT */
#pragma once
#ifndef HEADER_IO_H
#define HEADER_IO_H

int g(void);

#endif
