/* SPDX-License-Identifier: MIT */

#pragma once

const char *disk_name(void);
